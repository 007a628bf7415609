import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { Loading } from "../../ui/loading";
import { useNotifications } from "../../ui/notifications";
import { FullPage } from "../shell/full-page";
import type { Departure } from "./departures";
import type { Session } from "./session";
import { forgetPerson } from "./session-storage";
import { SignedOutPage } from "./signed-out-page";

interface DepartedPageProps {
  session: Session;
  departure: Departure;
}

/**
 * Takes the shell's place when the person leaves, so that neither the page nor the copy of it that
 * browsers keep for “Back” shows what was theirs, and forgets what the tab held for them.
 */
export function DepartedPage({ session, departure }: DepartedPageProps) {
  const queryClient = useQueryClient();
  const { clear: clearNotifications } = useNotifications();
  useEffect(() => {
    // After the shell is gone: nothing asks for the data anew or saves a draft.
    queryClient.clear();
    clearNotifications();
    forgetPerson(sessionStorage);
  }, [queryClient, clearNotifications]);

  return departure.isUnderWay ? (
    <FullPage>
      <Loading label="Signing out…" />
    </FullPage>
  ) : (
    <SignedOutPage session={session} departure={departure} />
  );
}
