import { Body, Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '#domain/access/actor';
import {
  AmendmentService,
  ConditionService,
  DecisionQueries,
  DecisionService,
  ProposalService,
  RevocationService,
} from '#core/decisions';
import { RequirePermission } from '../http/access.js';
import { Action, Creation } from '../http/action.js';
import { Answers, AnswersOne } from '../http/answers.js';
import { created } from '../http/created.js';
import { CurrentActor } from '../http/current-actor.js';
import { IdParam } from '../http/id.param.js';
import { AsOf } from '../organisations/organisation.dto.js';
import { ListOf } from '../http/view-fields.js';
import {
  AmendmentDto,
  ConditionDto,
  ConfirmYearDto,
  DecisionList,
  ProposalDto,
  ReturnDto,
  RevocationDto,
} from './decision.dto.js';
import { DecisionDetail, DecisionItem } from './decision.view.js';

@ApiTags('decisions')
@Controller()
export class DecisionController {
  constructor(
    private readonly proposals: ProposalService,
    private readonly amendments: AmendmentService,
    private readonly revocations: RevocationService,
    private readonly decisions: DecisionService,
    private readonly conditions: ConditionService,
    private readonly queries: DecisionQueries,
  ) {}

  @Creation('application.propose', DecisionDetail, { path: 'applications/:id/decision-proposals' })
  propose(@CurrentActor() actor: Actor, @Param() { id }: IdParam, @Body() body: ProposalDto) {
    return created('decisions', this.proposals.propose(actor, id, body), (made) =>
      this.queries.one(actor, made),
    );
  }

  @Get('decisions')
  @RequirePermission('decision.read')
  @Answers(ListOf(DecisionItem))
  list(@CurrentActor() actor: Actor, @Query() query: DecisionList) {
    return this.queries.list(actor, query, query);
  }

  @Get('decisions/:id')
  @RequirePermission('decision.read')
  @AnswersOne(DecisionDetail)
  one(@CurrentActor() actor: Actor, @Param() { id }: IdParam, @Query() { asOf }: AsOf) {
    return this.queries.one(actor, id, asOf);
  }

  @Action('decision.approve', DecisionDetail, 'decisions')
  approve(@CurrentActor() actor: Actor, @Param() { id }: IdParam) {
    return this.answer(actor, this.decisions.approve(actor, id));
  }

  @Action('decision.return', DecisionDetail, 'decisions')
  return(@CurrentActor() actor: Actor, @Param() { id }: IdParam, @Body() { note }: ReturnDto) {
    return this.answer(actor, this.decisions.return(actor, id, note));
  }

  @Action('decision.confirm-year', DecisionDetail, 'decisions')
  confirmDecisionYear(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdParam,
    @Body() { year }: ConfirmYearDto,
  ) {
    return this.answer(actor, this.decisions.confirmYear(actor, id, year));
  }

  @Creation('decision.amend', DecisionDetail, { path: 'decisions/:id/amend' })
  amend(@CurrentActor() actor: Actor, @Param() { id }: IdParam, @Body() body: AmendmentDto) {
    return created('decisions', this.amendments.amend(actor, id, body), (made) =>
      this.queries.one(actor, made),
    );
  }

  @Action('decision.revoke', DecisionDetail, 'decisions')
  revoke(@CurrentActor() actor: Actor, @Param() { id }: IdParam, @Body() body: RevocationDto) {
    return this.answer(actor, this.revocations.revoke(actor, id, body));
  }

  @Action('decision.judge-condition', DecisionDetail, 'decisions')
  judgeDecisionCondition(@CurrentActor() actor: Actor, @Param() { id }: IdParam, @Body() body: ConditionDto) {
    return this.answer(actor, this.conditions.judge(actor, id, body));
  }

  private answer(actor: Actor, done: Promise<{ id: string }>) {
    return done.then(({ id }) => this.queries.one(actor, id));
  }
}
