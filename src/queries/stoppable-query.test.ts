import { QueryObserver } from "@tanstack/react-query";
import { expect, test } from "vitest";
import { createQueryClient } from "./query-client";
import { isStopped } from "./stoppable-query";

test("only what was stopped before there was an answer counts as stopped", async () => {
  const client = createQueryClient();
  const queryKey = ["slow"];
  const answers: ((text: string) => void)[] = [];
  const observer = new QueryObserver(client, {
    queryKey,
    queryFn: () => new Promise<string>((resolve) => void answers.push(resolve)),
  });
  const leave = observer.subscribe(() => undefined);
  const stopped = () => isStopped(observer.getCurrentResult());
  expect(stopped()).toBe(false);
  await client.cancelQueries({ queryKey });
  expect(stopped()).toBe(true);

  const again = observer.refetch();
  expect(stopped()).toBe(false);
  answers.at(-1)?.("there");
  await again;
  expect(stopped()).toBe(false);

  void observer.refetch();
  await client.cancelQueries({ queryKey });
  expect(stopped()).toBe(false);
  leave();
});
