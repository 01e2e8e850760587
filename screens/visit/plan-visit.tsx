// The form of a visit: a free time or one's own, how long, whom, a note. The same form moves a planned visit.
import { MessageBar, MessageBarBody } from '@fluentui/react-components';
import { useMessages } from '../messages/use-messages.ts';
import { useVisitMessages } from '../messages/visit-messages.ts';
import { ActionBar } from '../ui/action-bar.tsx';
import { markedName } from '../ui/customer-marks.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { FormBody } from '../ui/form.tsx';
import { View } from '../ui/view.tsx';
import { useFormat } from '../use-format.ts';
import { PlanFieldsForm } from './plan-fields.tsx';
import { usePlan, type PlanProps } from './use-plan.ts';

type PlanVisitProps = PlanProps & { onClose: () => void };

export function PlanVisit({ onClose, ...props }: PlanVisitProps) {
  const { customer, visit } = props;
  const messages = useMessages();
  const words = useVisitMessages().plan;
  const format = useFormat();
  const { draft, slots, problems, error, isSending, submit } = usePlan(props);
  const title = visit === null ? words.title : words.move;
  const planned = slots.reply?.planned.find((one) => one.id !== visit?.id);
  return (
    <View
      title={title}
      onBack={onClose}
      foot={
        <ActionBar
          label={words.title}
          isForm
          note={`${markedName(customer, messages)}. ${words.noteLine}`}
          problem={
            error && !isSending ? (
              <ErrorNote error={error} title={words.failed} keepsInput onRetry={submit} />
            ) : null
          }
          primary={{
            id: 'plan-visit',
            label: visit === null ? words.save : words.saveMove,
            onPress: submit,
            isBusy: isSending,
          }}
          secondary={[{ id: 'cancel-plan', label: messages.common.cancel, onPress: onClose }]}
        />
      }
    >
      {planned && (
        <MessageBar intent="info" layout="multiline">
          <MessageBarBody>{words.planned(format.moment(planned.startsAt))}</MessageBarBody>
        </MessageBar>
      )}
      <FormBody label={title} onSubmit={submit}>
        <PlanFieldsForm
          customerId={customer.id}
          fields={draft.value}
          slots={slots}
          problems={problems}
          onChange={draft.change}
        />
      </FormBody>
    </View>
  );
}
