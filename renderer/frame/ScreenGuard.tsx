import { Component, type ReactNode } from 'react';
import { Button, ProblemBanner } from '#renderer/ui/index.ts';

interface ScreenGuardProps {
  readonly children: ReactNode;
}

/** Keeps a bug in one screen from emptying the window: the frame stays, what was typed is safe, the screen opens again. */
export class ScreenGuard extends Component<ScreenGuardProps, { readonly broken: boolean }> {
  override state = { broken: false };
  static getDerivedStateFromError() {
    return { broken: true };
  }
  override render() {
    if (!this.state.broken) return this.props.children;
    return (
      <ProblemBanner
        heading="Questa schermata ha avuto un problema interno"
        lines={[
          'Quello che hai scritto è al sicuro.',
          'Riapri la schermata; se succede ancora, segnalalo all’assistenza.',
        ]}
        actions={
          <Button size="small" onClick={() => this.setState({ broken: false })}>
            Riapri la schermata
          </Button>
        }
      />
    );
  }
}
