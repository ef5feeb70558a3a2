import { Body, Controller, Delete, Get, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Caller } from '../../platform/auth/caller.js';
import { type Principal } from '../../platform/auth/principal.js';
import { Db } from '../../platform/db/db.js';
import { Problems } from '../../platform/http/problems.js';
import { UuidParam } from '../../platform/http/uuid-param.js';
import { AskPayment } from './ask-payment.action.js';
import { PaymentRequestBody, PaymentView, RefundRequest } from './payment.dto.js';
import { PaymentReader } from './payment.reader.js';
import { ProposeRefund } from './propose-refund.action.js';

@ApiTags('payment')
@Controller('api/v1/payments')
export class PaymentController {
  constructor(
    private readonly db: Db,
    private readonly asking: AskPayment,
    private readonly refunding: ProposeRefund,
    private readonly reader: PaymentReader,
  ) {}

  /** Pays several dues of one payee at once; how to pay stands in the payment a moment later. */
  @Post()
  @ApiCreatedResponse({ type: PaymentView })
  @Problems(401, 403, 404, 409, 422)
  payDues(@Caller() caller: Principal, @Body() body: PaymentRequestBody): Promise<PaymentView> {
    return this.asking.run(caller, body);
  }

  @Get(':paymentId')
  @ApiOkResponse({ type: PaymentView })
  @Problems(401, 404)
  showPayment(@Caller() caller: Principal, @UuidParam('paymentId') paymentId: string): Promise<PaymentView> {
    return this.reader.paymentById(this.db, caller, paymentId);
  }

  /** Gives a payment up that has not been paid; the gateway is told. */
  @Delete(':paymentId')
  @ApiOkResponse({ type: PaymentView })
  @Problems(401, 403, 404, 409)
  cancelPayment(
    @Caller() caller: Principal,
    @UuidParam('paymentId') paymentId: string,
  ): Promise<PaymentView> {
    return this.asking.cancel(caller, paymentId);
  }

  /** Proposes to give money back by the channel it came through; a second person approves. */
  @Post(':paymentId/refunds')
  @ApiCreatedResponse({ type: PaymentView })
  @Problems(401, 403, 404, 409, 422)
  proposeRefund(
    @Caller() caller: Principal,
    @UuidParam('paymentId') paymentId: string,
    @Body() body: RefundRequest,
  ): Promise<PaymentView> {
    return this.refunding.run(caller, paymentId, body);
  }
}
