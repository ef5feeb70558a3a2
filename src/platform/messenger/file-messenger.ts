import { appendFile, mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Log } from '../logging/logger.js';
import { Messenger, type Message } from './messenger.js';

/** For development: a line of JSON per message in a file. The log says that there is one, never what it says. */
export class FileMessenger extends Messenger {
  constructor(
    private readonly file: string,
    private readonly log: Log,
  ) {
    super();
  }

  async send(message: Message): Promise<void> {
    await mkdir(dirname(this.file), { recursive: true });
    await appendFile(this.file, `${JSON.stringify(message)}\n`, { mode: 0o600 });
    this.log.info({ messageId: message.id, file: this.file }, 'message written');
  }
}

/** Where nobody carries messages: each is refused, tried again and then parked, where the organiser sees it. */
export class NoMessenger extends Messenger {
  send(): Promise<void> {
    return Promise.reject(new Error('nobody carries messages here: set MESSAGES_FILE, or add an adapter'));
  }
}
