import type { ErrorComponentProps } from "@tanstack/react-router";
import { useEffect } from "react";
import { useIsBulkShown } from "../../features/endpoints/bulk-delete/bulk-board";
import type { Failure } from "../../lib/failure";
import { FailureMessage } from "../../ui/failure-message";
import { PageHeader } from "../../ui/page-header";

/**
 * A page that could not be shown; the shell around it still works. What could not be downloaded offline is tried
 * again by itself once there is a network again, unless a bulk deletion would be lost with the page.
 */
export function PageFailure({ error }: ErrorComponentProps) {
  const isDownload = isDownloadFailure(messageOf(error));
  const isBulkShown = useIsBulkShown();
  useEffect(() => {
    if (isDownload && !isBulkShown) window.addEventListener("online", reload);
    return () => window.removeEventListener("online", reload);
  }, [isDownload, isBulkShown]);
  return (
    <>
      <PageHeader title="This page could not be shown" />
      <FailureMessage failure={pageFailure(error)} onRetry={reload} />
    </>
  );
}

/** Puts an unexpected error of a page into words. */
export function pageFailure(error: unknown): Failure {
  const message = messageOf(error);
  if (isDownloadFailure(message)) {
    return {
      title: "A part of the portal could not be downloaded",
      message: "The connection failed, or a new version of the portal was published meanwhile.",
      nextStep: "Try again, which loads the portal anew. Drafts are kept.",
      canRetry: true,
    };
  }
  return {
    title: "Something unexpected happened in the portal",
    message,
    nextStep:
      "Try again, which loads the portal anew. If it happens again, report it with this message.",
    canRetry: true,
  };
}

/** A new page, since browsers may remember that a module did not arrive. */
function reload(): void {
  window.location.reload();
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** The words of Chromium, Firefox and Safari for a module that did not arrive. */
function isDownloadFailure(message: string): boolean {
  return /dynamically imported module|importing a module script/i.test(message);
}
