import { QueryClient, QueryObserver } from "@tanstack/react-query";
import { describe, expect, it } from "vitest";
import type { AzureClient } from "../azure/client";
import type { VaultSecret } from "../azure/key-vault/key-vault";
import { vaultSecretsOptions } from "./key-vault";

const vaultId = "/subscriptions/s/resourceGroups/g/providers/Microsoft.KeyVault/vaults/v";

function secret(number: number): VaultSecret {
  const name = `secret-${number}`;
  return { id: `${vaultId}/secrets/${name}`, name, type: "t", properties: {} };
}

/** A vault whose pages arrive when the test lets them. */
function pagedVault() {
  const asked: { answer: (page: VaultSecret[] | Error | "end") => void }[] = [];
  const azure = {
    vaultSecrets: {
      async *listPages() {
        for (;;) {
          const page = await new Promise<VaultSecret[] | Error | "end">((answer) =>
            asked.push({ answer }),
          );
          if (page === "end") return;
          if (page instanceof Error) throw page;
          yield page;
        }
      },
    },
  } as unknown as Pick<AzureClient, "vaultSecrets">;
  const answer = async (page: VaultSecret[] | Error | "end") => {
    await new Promise((resolve) => setImmediate(resolve));
    asked.shift()?.answer(page);
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { azure, answer };
}

function observed(azure: Pick<AzureClient, "vaultSecrets">) {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const options = vaultSecretsOptions(azure, "account", vaultId);
  const observer = new QueryObserver(client, options);
  const stop = observer.subscribe(() => undefined);
  return { client, options, stop, result: () => observer.getCurrentResult() };
}

describe("the secrets of a vault", () => {
  it("show page by page, by name, until the last has come", async () => {
    const { azure, answer } = pagedVault();
    const { result } = observed(azure);
    await answer([secret(10), secret(2)]);
    expect(result().data).toMatchObject({
      secrets: [{ name: "secret-2" }, { name: "secret-10" }],
      isComplete: false,
    });
    await answer([secret(1)]);
    await answer("end");
    expect(result().data?.secrets.map(({ name }) => name)).toEqual([
      "secret-1",
      "secret-2",
      "secret-10",
    ]);
    expect(result().data?.isComplete).toBe(true);
  });

  it("keep the old list while a refresh is on its way", async () => {
    const { azure, answer } = pagedVault();
    const { client, options, result } = observed(azure);
    await answer([secret(1), secret(2)]);
    await answer("end");
    void client.invalidateQueries(options);
    await answer([secret(1)]);
    expect(result().data?.secrets).toHaveLength(2);
    await answer("end");
    expect(result().data?.secrets).toHaveLength(1);
  });

  it("keep what had come when a later page fails, and say that it is not all", async () => {
    const { azure, answer } = pagedVault();
    const { result } = observed(azure);
    await answer([secret(1)]);
    await answer(new Error("reset"));
    expect(result().error?.message).toBe("reset");
    expect(result().data).toMatchObject({ secrets: [{ name: "secret-1" }], isComplete: false });
  });

  it("are asked for again after somebody left before the last page", async () => {
    const { azure, answer } = pagedVault();
    const { client, options, stop } = observed(azure);
    await answer([secret(1)]);
    stop();
    expect(client.getQueryData(options.queryKey)?.isComplete).not.toBe(true);
    const again = new QueryObserver(client, options);
    const stopAgain = again.subscribe(() => undefined);
    expect(again.getCurrentResult().fetchStatus).toBe("fetching");
    stopAgain();
  });
});
