import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../config/config.js';
import { refuseRequest } from '../http/refusals.js';

/** Counts the live streams of a process, in all and by address, so that nobody takes them all. */
@Injectable()
export class StreamGate {
  private readonly byAddress = new Map<string, number>();
  private count = 0;

  constructor(
    @Inject(CONFIG) private readonly config: Pick<Config, 'STREAMS_PER_ADDRESS' | 'STREAMS_PER_PROCESS'>,
  ) {}

  /** @returns what to call when the stream ends, once. @throws Refusal when there are too many. */
  enter(address: string): () => void {
    const own = this.byAddress.get(address) ?? 0;
    if (own >= this.config.STREAMS_PER_ADDRESS)
      throw refuseRequest('TOO_MANY_STREAMS', { most: this.config.STREAMS_PER_ADDRESS });
    if (this.count >= this.config.STREAMS_PER_PROCESS) throw refuseRequest('STREAMS_FULL');
    this.count += 1;
    this.byAddress.set(address, own + 1);
    let isInside = true;
    return () => {
      if (!isInside) return;
      isInside = false;
      this.count -= 1;
      const left = (this.byAddress.get(address) ?? 1) - 1;
      if (left > 0) this.byAddress.set(address, left);
      else this.byAddress.delete(address);
    };
  }
}
