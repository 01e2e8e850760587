// The buttons of the escalation card: what this viewer may do, at most six with those inside and "Kunde öffnen".
import type { Json } from './elements.ts';
import { execute, unfold } from './elements.ts';
import type { View } from './escalation-record.ts';
import { plainText } from './plain-text.ts';

export const verbPrefix = 'complaint.escalation.';
const mostButtons = 5;
const highestGoodwillEuro = 100_000;
const mostAssignees = 6;
/** One, two and five days of eight hours. */
const extraHours = [8, 16, 40] as const;

/** Buttons for whoever's turn it is; none for others, who read whose turn it is. */
export function buildActions(view: View): Json[] {
  const { escalation, format, isTurn } = view;
  const { buttons } = format.words;
  const can = new Set<string>(isTurn ? escalation.moves : []);
  if (can.has('reply')) return [replyButton(view)];
  const actions: Json[] = [];
  if (can.has('approve')) {
    actions.push(button(view, buttons.approve, 'approve', { style: 'positive' }));
  }
  if (can.has('decide')) actions.push(decideButton(view));
  if (can.has('delegate')) actions.push(button(view, buttons.delegate, 'delegate'));
  if (can.has('stop')) actions.push(button(view, buttons.stop, 'stop'));
  const inside = can.has('decide') ? 1 : 0;
  const hasRoom = actions.length + inside < mostButtons;
  if (can.has('take_over') && hasRoom) actions.push(button(view, buttons.takeOver, 'take_over'));
  return actions;
}

/** The same press, sent twice, carries the same key; after every step the card has new ones. */
function dataOf({ record, escalation }: View, verb: string): Json {
  const { id, version } = record.complaint;
  return { complaintId: id, dedupeKey: `${escalation.id}:${version}:${verb}` };
}

function button(view: View, title: string, verb: string, more: Json = {}): Json {
  return execute(title, `${verbPrefix}${verb}`, dataOf(view, verb), more);
}

function decideButton(view: View): Json {
  const { escalation, format } = view;
  const { buttons } = format.words;
  const hasProposal = escalation.moves.includes('approve');
  const title = hasProposal ? buttons.decideOtherwise : buttons.decide;
  const send = button(view, buttons.send, 'decide', { style: 'positive' });
  return unfold(title, decideInputs(view), send);
}

function decideInputs(view: View): Json[] {
  const { escalation, format } = view;
  const { inputs } = format.words;
  const goodwill = escalation.proposedGoodwillCents;
  return [
    {
      type: 'Input.ChoiceSet',
      id: 'step',
      label: inputs.step,
      style: 'compact',
      value: 'decide',
      choices: listSteps(view),
    },
    {
      type: 'Input.Number',
      id: 'goodwillEuro',
      label: inputs.goodwill,
      min: 0,
      max: highestGoodwillEuro,
      ...(goodwill === null ? {} : { value: goodwill / 100 }),
      errorMessage: inputs.goodwillWrong,
    },
    textInput('text', inputs.text, inputs.textMissing),
  ];
}

/** `decide`, `ask_back:<id>`, `take_over`, `assign:<id>`, `extend:<hours>`: read again by the bot. */
function listSteps({ record, escalation, format }: View): Json[] {
  const { inputs } = format.words;
  const can = new Set<string>(escalation.moves);
  const others = (people: View['record']['askable']) => people.filter((one) => one.id !== record.viewerId);
  const choices = [{ title: inputs.decide, value: 'decide' }];
  if (can.has('ask_back')) {
    for (const { id, name } of others(record.askable)) {
      choices.push({ title: inputs.askBack(plainText(name, 80)), value: `ask_back:${id}` });
    }
  }
  if (can.has('take_over')) choices.push({ title: inputs.takeOver, value: 'take_over' });
  if (can.has('assign')) {
    for (const { id, name } of others(record.assignees).slice(0, mostAssignees)) {
      choices.push({ title: inputs.assign(plainText(name, 80)), value: `assign:${id}` });
    }
  }
  if (can.has('extend')) {
    for (const hours of extraHours) {
      choices.push({ title: inputs.extend(hours), value: `extend:${hours}` });
    }
  }
  return choices;
}

function replyButton(view: View): Json {
  const { buttons, inputs } = view.format.words;
  const send = button(view, buttons.sendReply, 'reply', { style: 'positive' });
  return unfold(buttons.reply, [textInput('text', inputs.reply, inputs.textMissing)], send);
}

function textInput(id: string, label: string, errorMessage: string): Json {
  return {
    type: 'Input.Text',
    id,
    label,
    isMultiline: true,
    isRequired: true,
    maxLength: 1000,
    errorMessage,
  };
}
