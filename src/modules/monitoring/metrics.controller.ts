import { Controller, Get, Header } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import { Gauge, Registry } from 'prom-client';
import { Db } from '../../platform/db/db.js';
import { Metrics } from '../../platform/edge/metrics.js';
import { Problems } from '../../platform/http/problems.js';
import { GaugeReader, type Gauged } from './gauge.reader.js';

const TYPE = 'text/plain';

const helps: Readonly<Record<string, string>> = {
  outbox_waiting: 'Events that the relay has not taken yet.',
  relay_lag_seconds: 'Age of the oldest event that the relay has not taken yet.',
  inbox:
    'Deliveries that are not done: due, leased to a worker or to its next try, or parked after eight failures.',
  lots: 'Lots by state.',
  pools: 'Pools by state.',
  gateway_notifications:
    'Notifications of the gateway by what they turned out to be; only genuine ones led to a question.',
  payout_notifications:
    'Notifications about payouts by what they turned out to be; only genuine ones led to a question.',
  payments: 'Payments through the gateway by state.',
};

/** The river's numbers as Prometheus writes them. */
const writeGauges = async (gauged: readonly Gauged[]): Promise<string> => {
  const registry = new Registry();
  for (const [name, help] of Object.entries(helps)) {
    const rows = gauged.filter((each) => each.name === name);
    const isLabelled = rows.some(({ label }) => label !== null);
    const gauge = new Gauge({
      name: `sepikul_${name}`,
      help,
      labelNames: isLabelled ? ['state'] : [],
      registers: [registry],
    });
    for (const { label, value } of rows)
      if (label === null) gauge.set(value);
      else gauge.set({ state: label }, value);
  }
  return registry.metrics();
};

@ApiTags('monitoring')
@Controller('metrics')
export class MetricsController {
  constructor(
    private readonly db: Db,
    private readonly metrics: Metrics,
    private readonly gauges: GaugeReader,
  ) {}

  /** How this HTTP process does, and what the river holds, as Prometheus reads it; names nobody. */
  @Get()
  @Header('Content-Type', 'text/plain; version=0.0.4; charset=utf-8')
  @ApiProduces(TYPE)
  @ApiOkResponse({ schema: { type: 'string' } })
  @Problems(401, 403)
  async show(): Promise<string> {
    const river = await writeGauges(await this.gauges.now(this.db));
    return `${await this.metrics.registry.metrics()}\n${river}`;
  }
}
