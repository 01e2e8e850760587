// Catches a screen that breaks while drawing: says so with a reference, offers to draw it anew. React asks for a class here.
import { Component, type ReactNode } from 'react';
import { newReference } from './call.ts';
import { useMessages } from './messages/use-messages.ts';
import { StateBlock } from './ui/state-block.tsx';

type BoundaryProps = { children: ReactNode };
type BoundaryState = { reference: string | null };

export class ErrorBoundary extends Component<BoundaryProps, BoundaryState> {
  override state: BoundaryState = { reference: null };

  static getDerivedStateFromError(): BoundaryState {
    return { reference: newReference() };
  }

  override componentDidCatch(error: unknown) {
    console.error(`Screen broke, reference ${this.state.reference ?? ''}`, error);
  }

  override render() {
    if (this.state.reference === null) return this.props.children;
    return <CrashNote reference={this.state.reference} onReload={() => this.setState({ reference: null })} />;
  }
}

type CrashNoteProps = { reference: string; onReload: () => void };

function CrashNote({ reference, onReload }: CrashNoteProps) {
  const messages = useMessages();
  return (
    <StateBlock
      isPage
      isProblem
      title={messages.common.crash.title}
      text={`${messages.common.crash.text} ${messages.common.reference(reference)}`}
      action={{ label: messages.common.reload, onPress: onReload }}
    />
  );
}
