// Catches a view that failed, so that the page says so and offers to start again instead of going blank.
import { Component, type ReactNode } from 'react';
import { report } from '@/lib/diagnostics/report';
import { Button } from './Button';
import styles from './ErrorBoundary.module.css';
import { Notice } from './Notice';

type Props = { children: ReactNode; onReset?: () => void };
type State = { message: string | null };

export class ErrorBoundary extends Component<Props, State> {
  override state: State = { message: null };

  static getDerivedStateFromError(error: unknown): State {
    return { message: error instanceof Error ? error.message : String(error) };
  }

  override componentDidCatch(error: unknown): void {
    report(error, 'view.render');
  }

  reset = () => {
    this.props.onReset?.();
    this.setState({ message: null });
  };

  override render() {
    if (this.state.message === null) return this.props.children;
    return (
      <div className={styles.frame}>
        <Notice
          tone="problem"
          urgent
          title="This view could not be shown"
          actions={
            <Button look="plain" onClick={this.reset}>
              Show it again
            </Button>
          }
        >
          <p>
            Your answers are kept. If it happens again, reload the page and tell your admin what it says here:
          </p>
          <p>{this.state.message}</p>
        </Notice>
      </div>
    );
  }
}
