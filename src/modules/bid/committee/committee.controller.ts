import { Body, Controller, Get, Put } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Caller } from '../../../platform/auth/caller.js';
import { type Principal, type Role } from '../../../platform/auth/principal.js';
import { Db } from '../../../platform/db/db.js';
import { Problems } from '../../../platform/http/problems.js';
import { UuidParam } from '../../../platform/http/uuid-param.js';
import { CommitteeDutiesView } from './ceremony.dto.js';
import { CeremonyReader } from './ceremony.reader.js';
import {
  CommitteeView,
  HeldKeysView,
  HeldKeyView,
  HolderKeyBody,
  HolderKeyView,
  MakeSealingKeyBody,
} from './committee.dto.js';
import { CommitteeReader } from './committee.reader.js';
import { MakeSealingKey } from './make-sealing-key.action.js';
import { RegisterHolderKey } from './register-holder-key.action.js';

/** Roles at an organiser that make a lot's key, as the access table says. */
const KEY_MAKERS: readonly Role[] = ['officer', 'chair'];

@ApiTags('bid')
@Controller('api/v1')
export class CommitteeController {
  constructor(
    private readonly db: Db,
    private readonly reader: CommitteeReader,
    private readonly ceremonies: CeremonyReader,
    private readonly registerHolderKey: RegisterHolderKey,
    private readonly makeSealingKey: MakeSealingKey,
  ) {}

  /** Registers your key to hold shares by. What was sealed to an older one still opens with that one. */
  @Put('me/holder-key')
  @ApiOkResponse({ type: HolderKeyView })
  @Problems(401, 409, 422)
  register(@Caller() { personId }: Principal, @Body() body: HolderKeyBody): Promise<HolderKeyView> {
    return this.registerHolderKey.run(personId, body);
  }

  /** Your newest key, its private part under your passphrase. */
  @Get('me/holder-key')
  @ApiOkResponse({ type: HolderKeyView })
  @Problems(401, 404)
  ownKey(@Caller() { personId }: Principal): Promise<HolderKeyView> {
    return this.reader.ownKey(this.db, personId);
  }

  /** The keys that you hold a share of, and whether they are due. */
  @Get('me/held-keys')
  @ApiOkResponse({ type: HeldKeysView })
  @Problems(401)
  async heldKeys(@Caller() { personId }: Principal): Promise<HeldKeysView> {
    return { data: await this.reader.keysHeldBy(this.db, personId) };
  }

  /** Your key to hold shares by, and the committees in which something waits for you: to hold a share, to open bids, to make a lot's key. */
  @Get('me/committees')
  @ApiOkResponse({ type: CommitteeDutiesView })
  @Problems(401)
  async duties(@Caller() { personId, memberships }: Principal): Promise<CommitteeDutiesView> {
    const organiserIds = memberships
      .filter(({ kind, roles }) => kind === 'organiser' && roles.some((role) => KEY_MAKERS.includes(role)))
      .map(({ partyId }) => partyId);
    const [ownKey, data] = await Promise.all([
      this.ceremonies.ownKey(this.db, personId),
      this.ceremonies.dutiesOf(this.db, personId, organiserIds),
    ]);
    return { ownKey: ownKey ?? null, data };
  }

  /** Who is to hold shares of a pool's keys, with their public keys, and how far its keys have come. */
  @Get('pools/:poolId/committee')
  @ApiOkResponse({ type: CommitteeView })
  @Problems(401)
  async committee(@UuidParam('poolId') poolId: string): Promise<CommitteeView> {
    const [holders, keys] = await Promise.all([
      this.reader.holdersOf(this.db, poolId),
      this.ceremonies.keysOf(this.db, poolId),
    ]);
    return { holders, keys };
  }

  /** Sets the key that bids on a lot are sealed to, once; the bidding period begins with it. The same again changes nothing. */
  @Put('lots/:lotId/sealing-key')
  @ApiOkResponse({ type: HeldKeyView })
  @Problems(401, 403, 404, 409, 422)
  makeForLot(
    @Caller() caller: Principal,
    @UuidParam('lotId') lotId: string,
    @Body() body: MakeSealingKeyBody,
  ): Promise<HeldKeyView> {
    return this.makeSealingKey.forLot(caller, lotId, body);
  }

  /** Sets the key that suppliers' terms over all lots of a pool are sealed to, once. */
  @Put('pools/:poolId/sealing-key')
  @ApiOkResponse({ type: HeldKeyView })
  @Problems(401, 403, 409, 422)
  makeForPool(
    @Caller() caller: Principal,
    @UuidParam('poolId') poolId: string,
    @Body() body: MakeSealingKeyBody,
  ): Promise<HeldKeyView> {
    return this.makeSealingKey.forPool(caller, poolId, body);
  }
}
