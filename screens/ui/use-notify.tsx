// Toasts, for effects elsewhere (To Do, Teams) and for an undo that outlives its row.
import {
  Link,
  Toast,
  Toaster,
  ToastTitle,
  ToastTrigger,
  useToastController,
} from '@fluentui/react-components';

const toasterId = 'kundencockpit-toasts';
const visibleMs = 6000;

export interface Notice {
  title: string;
  intent?: 'success' | 'info' | 'warning';
  action?: { label: string; onPress: () => void };
}

/** Stands once in AppFrame. */
export function Notices() {
  return <Toaster toasterId={toasterId} position="bottom" limit={2} />;
}

/** Answers the function that shows a toast for six seconds. */
export function useNotify(): (notice: Notice) => void {
  const { dispatchToast } = useToastController(toasterId);
  return ({ title, intent = 'success', action }) => {
    const link = action && (
      <ToastTrigger>
        <Link as="button" onClick={action.onPress}>
          {action.label}
        </Link>
      </ToastTrigger>
    );
    dispatchToast(
      <Toast>
        <ToastTitle {...(link ? { action: link } : {})}>{title}</ToastTitle>
      </Toast>,
      { intent, timeout: visibleMs, pauseOnHover: true },
    );
  };
}
