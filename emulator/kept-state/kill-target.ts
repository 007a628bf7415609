import { startLocalAzure } from "../hosts/node-host";

/** What the kill test starts and kills: `npm start`'s local Azure without what else it loads and prints. */
const [, , data, port] = process.argv;
const running = await startLocalAzure({ port: Number(port), scenario: "contoso", data });
process.stdout.write(`${running.url}\n`);
