/** What a person is told outside the system: by SMS, WhatsApp or e-mail, whatever their address says. */
export interface Message {
  /** The same for every try: an adapter whose carrier knows such keys sends it once. */
  readonly id: string;
  /** A telephone number or an e-mail address, as the person gave it. */
  readonly to: string;
  /** Both languages, Bahasa Indonesia first. */
  readonly text: string;
}

/**
 * The port to whoever carries messages. Called by consumers only, never within a request; a call that fails is made
 * again, so that a message may arrive twice. An adapter gives up after ten seconds at most.
 */
export abstract class Messenger {
  /** @throws Error when it was not taken. */
  abstract send(message: Message): Promise<void>;
}
