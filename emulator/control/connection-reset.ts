/**
 * Thrown instead of answering when a fault ends the connection: the host destroys the socket, and an
 * in-process caller sees it as the network error that `fetch` would throw.
 */
export class ConnectionReset extends TypeError {
  constructor() {
    super("The connection was reset by a fault.");
  }
}
