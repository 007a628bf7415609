import { describe, expect, it, vi } from "vitest";
import { runChain, waitingChain, type ChainLink, type ChainStatus } from "./chain";

function link(id: string, run: ChainLink["run"]): ChainLink {
  return { id, title: id.toUpperCase(), run };
}

function recorded() {
  const seen: ChainStatus[][] = [];
  return { seen, onChange: (statuses: ChainStatus[]) => seen.push(statuses) };
}

const signal = new AbortController().signal;

describe("a chain", () => {
  it("runs its links in order and says what each does", async () => {
    const order: string[] = [];
    const links = ["a", "b"].map((id) =>
      link(id, async ({ onProgress }) => {
        order.push(id);
        onProgress(`${id} is made`);
        await Promise.resolve();
      }),
    );
    const { seen, onChange } = recorded();

    expect(await runChain(links, { signal, onChange })).toEqual({});

    expect(order).toEqual(["a", "b"]);
    expect(seen[0]).toEqual([
      { ...waitingChain(links)[0], status: "running" },
      waitingChain(links)[1],
    ]);
    expect(seen.at(-1)).toEqual([
      { id: "a", title: "A", status: "done", detail: "a is made" },
      { id: "b", title: "B", status: "done", detail: "b is made" },
    ]);
  });

  it("stops at the first failure, keeps what was made, and goes on from there", async () => {
    const error = new Error("no right");
    let isAllowed = false;
    const made = vi.fn();
    const links = [
      link("a", ({ onProgress }) => {
        made("a");
        onProgress("made");
        return Promise.resolve();
      }),
      link("b", () => (isAllowed ? Promise.resolve() : Promise.reject(error))),
      link("c", () => {
        made("c");
        return Promise.resolve();
      }),
    ];
    const first = recorded();

    expect(await runChain(links, { signal, onChange: first.onChange })).toEqual({
      failedAt: "b",
      error,
    });
    expect(first.seen.at(-1)?.map(({ status }) => status)).toEqual(["done", "failed", "waiting"]);

    isAllowed = true;
    const second = recorded();
    const previous = first.seen.at(-1);
    expect(
      await runChain(links, { signal, onChange: second.onChange, from: "b", previous }),
    ).toEqual({});
    expect(second.seen[0]?.map(({ status, detail }) => [status, detail])).toEqual([
      ["done", "made"],
      ["running", undefined],
      ["waiting", undefined],
    ]);
    expect(made.mock.calls).toEqual([["a"], ["c"]]);
  });

  it("runs nothing further once it is aborted", async () => {
    const controller = new AbortController();
    const links = [
      link("a", ({ signal: own }) => {
        controller.abort();
        return Promise.reject(own.reason as Error);
      }),
      link("b", () => Promise.reject(new Error("must not run"))),
    ];
    const result = await runChain(links, { signal: controller.signal });
    expect(result.failedAt).toBe("a");
    expect(result.error).toBe(controller.signal.reason);
  });

  it("ignores what a link says after its end", async () => {
    let late: (detail: string) => void = () => undefined;
    const { seen, onChange } = recorded();
    await runChain(
      [
        link("a", ({ onProgress }) => {
          late = onProgress;
          return Promise.resolve();
        }),
      ],
      { signal, onChange },
    );
    late("too late");
    expect(seen.at(-1)).toEqual([{ id: "a", title: "A", status: "done" }]);
  });

  it("refuses to begin at a link that it does not have", async () => {
    await expect(runChain([], { signal, from: "x" })).rejects.toThrow("“x”");
  });
});
