// Draws notices as Fluent toasts; a chunk of its own, loaded with the first notice. use-notify.ts is the way in.
import {
  Link,
  Toast,
  Toaster,
  ToastTitle,
  ToastTrigger,
  useToastController,
} from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import type { Notice } from './use-notify.ts';

const toasterId = 'kundencockpit-toasts';
const visibleMs = 6000;
/** The action bar stays reachable below. */
const aboveBar = 56;

type ToastsProps = { notices: Notice[] };

/** Shows each notice of the growing list once. */
export function Toasts({ notices }: ToastsProps) {
  const { dispatchToast } = useToastController(toasterId);
  const shown = useRef(0);
  useEffect(() => {
    for (const notice of notices.slice(shown.current)) {
      dispatchToast(<NoticeToast notice={notice} />, {
        intent: notice.intent ?? 'success',
        timeout: visibleMs,
        pauseOnHover: true,
      });
    }
    shown.current = notices.length;
  }, [dispatchToast, notices]);
  return <Toaster toasterId={toasterId} position="bottom" limit={2} offset={{ vertical: aboveBar }} />;
}

function NoticeToast({ notice: { title, action } }: { notice: Notice }) {
  const link = action && (
    <ToastTrigger>
      <Link as="button" onClick={action.onPress}>
        {action.label}
      </Link>
    </ToastTrigger>
  );
  return (
    <Toast>
      <ToastTitle {...(link ? { action: link } : {})}>{title}</ToastTitle>
    </Toast>
  );
}
