import { Controller, Get, Headers, Req, Res } from '@nestjs/common';
import { ApiHeader, ApiNoContentResponse, ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { IncomingMessage } from 'node:http';
import { noteReading } from '../../platform/auth/audit-reading.js';
import { Caller } from '../../platform/auth/caller.js';
import { type Principal } from '../../platform/auth/principal.js';
import { isWaiting } from '../../core/payment/advance-payment.js';
import { Db } from '../../platform/db/db.js';
import { StreamGate } from '../../platform/edge/stream-gate.js';
import { clientAddress } from '../../platform/http/client-address.js';
import { EventStream } from '../../platform/http/event-stream.js';
import { Problems } from '../../platform/http/problems.js';
import { refuseRequest } from '../../platform/http/refusals.js';
import { UuidParam } from '../../platform/http/uuid-param.js';
import { PaymentView } from './payment.dto.js';
import { PaymentReader } from './payment.reader.js';
import { versionOf, WatchPayments } from './watch-payments.js';

@ApiTags('payment')
@Controller('api/v1/payments/:paymentId/stream')
export class PaymentStreamController {
  constructor(
    private readonly db: Db,
    private readonly reader: PaymentReader,
    private readonly watch: WatchPayments,
    private readonly gate: StreamGate,
  ) {}

  /**
   * A payment as server-sent events: `payment` whenever it has moved on, each with all of it, and `closed` once it
   * waits for its payer no more, being paid or over. Come back with `Last-Event-ID` and you are told only what has
   * changed; one that waits no more then answers 204. A stream ends after five minutes; come back.
   */
  @Get()
  @ApiProduces('text/event-stream')
  @ApiHeader({ name: 'Last-Event-ID', required: false })
  @ApiOkResponse({ type: PaymentView, description: 'The data of each event.' })
  @ApiNoContentResponse({ description: 'There will be no more.' })
  @Problems(401, 404, 429, 503)
  async stream(
    @Caller() caller: Principal,
    @UuidParam('paymentId') paymentId: string,
    @Req() request: IncomingMessage,
    @Res() response: object,
    @Headers('last-event-id') lastEventId?: string,
  ): Promise<void> {
    if (!this.watch.isOpen) throw refuseRequest('STREAMS_FULL');
    const leave = this.gate.enter(clientAddress(request));
    try {
      const payment = await this.reader.paymentById(this.db, caller, paymentId);
      await noteReading(this.db, caller, {
        route: 'GET /api/v1/payments/:paymentId/stream',
        reading: { what: 'payment', parties: ['payerId', 'payeeId'] },
        params: { paymentId },
        answer: payment,
      });
      const known = versionOf(lastEventId);
      const hasEnded = !isWaiting(payment.state) && known === payment.version;
      const stream = EventStream.open(response, hasEnded ? 204 : 200);
      stream.onClose(leave);
      this.watch.listen(stream, payment, known);
    } catch (error) {
      leave();
      throw error;
    }
  }
}
