import { HOLDERS } from '../../core/pool/declare-seal.js';
import { Id, Ids, Part } from '../../platform/http/fields.js';

export class NamedForStepView {
  @Id({ nullable: true, about: 'Null: whoever has the role.' })
  holderId: string | null;
  @Id({ nullable: true })
  deputyId: string | null;
}

/** The people whom a pool names, for its organiser only. */
export class NamedPeopleView {
  @Part(() => NamedForStepView)
  proposal: NamedForStepView;
  @Part(() => NamedForStepView, { about: 'Who answers objections.' })
  answer: NamedForStepView;
  @Part(() => NamedForStepView)
  approval: NamedForStepView;
  @Ids({ max: HOLDERS, about: 'Who hold shares of the key, in committee mode.' })
  sealHolderIds: readonly string[];
  @Id({ nullable: true, about: 'Who is told when bids are not opened in time.' })
  sealDeputyId: string | null;
}
