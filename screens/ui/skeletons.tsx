// Waiting, in the layout of what is to come. Shown only after 300 ms, so that quick answers do not flicker.
import { makeStyles, Skeleton, SkeletonItem, tokens } from '@fluentui/react-components';
import { useEffect, useState, type ReactNode } from 'react';

const visibleAfterMs = 300;

type AfterAWhileProps = { children: ReactNode };

/** Draws its children 300 ms after it was first drawn. */
export function AfterAWhile({ children }: AfterAWhileProps) {
  const [isDue, setIsDue] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setIsDue(true), visibleAfterMs);
    return () => clearTimeout(timer);
  }, []);
  return isDue ? children : null;
}

type SkeletonProps = { label: string };

/** Person, two figures and a few rows: the cockpit and the forms alike. */
export function ViewSkeleton({ label }: SkeletonProps) {
  const styles = useStyles();
  return (
    <AfterAWhile>
      <div role="status" aria-label={label}>
        <Skeleton className={styles.view} aria-label={label}>
          <div className={styles.person}>
            <SkeletonItem shape="circle" size={40} />
            <div className={styles.lines}>
              <SkeletonItem size={16} className={styles.short} />
              <SkeletonItem size={12} />
            </div>
          </div>
          <RowsSkeletonBody count={5} />
        </Skeleton>
      </div>
    </AfterAWhile>
  );
}

/** A number of two-line rows. */
export function RowsSkeleton({ label, count = 3 }: SkeletonProps & { count?: number }) {
  const styles = useStyles();
  return (
    <AfterAWhile>
      <div role="status" aria-label={label}>
        <Skeleton className={styles.view} aria-label={label}>
          <RowsSkeletonBody count={count} />
        </Skeleton>
      </div>
    </AfterAWhile>
  );
}

function RowsSkeletonBody({ count }: { count: number }) {
  const styles = useStyles();
  return Array.from({ length: count }, (_, index) => (
    <div key={index} className={styles.row}>
      <SkeletonItem size={20} shape="square" />
      <div className={styles.lines}>
        <SkeletonItem size={16} />
        <SkeletonItem size={12} className={styles.short} />
      </div>
    </div>
  ));
}

const useStyles = makeStyles({
  view: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalM,
    padding: tokens.spacingHorizontalM,
  },
  person: { display: 'flex', columnGap: tokens.spacingHorizontalS },
  row: { display: 'flex', columnGap: tokens.spacingHorizontalS },
  lines: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalXS, flexGrow: 1 },
  short: { width: '60%' },
});
