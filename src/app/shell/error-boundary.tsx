import { Component, type ReactNode } from "react";
import { FullPage } from "./full-page";
import { FailureMessage } from "../../ui/failure-message";
import { PageHeader } from "../../ui/page-header";
import { pageFailure } from "./page-failure";

interface ErrorBoundaryState {
  failure: { error: unknown } | undefined;
}

/** The last resort: an error that no page caught. */
export class ErrorBoundary extends Component<{ children: ReactNode }, ErrorBoundaryState> {
  override state: ErrorBoundaryState = { failure: undefined };

  static getDerivedStateFromError(error: unknown): ErrorBoundaryState {
    return { failure: { error } };
  }

  override render() {
    const { failure } = this.state;
    if (!failure) return this.props.children;
    return (
      <FullPage>
        <PageHeader title="The portal stopped working" />
        <FailureMessage
          failure={pageFailure(failure.error)}
          onRetry={() => window.location.reload()}
        />
      </FullPage>
    );
  }
}
