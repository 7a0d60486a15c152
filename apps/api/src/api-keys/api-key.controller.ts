import { Body, Controller, Delete, Get, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '#domain/access/actor';
import { ApiKeyService } from '#core/api-keys';
import { RequirePermission } from '../http/access.js';
import { Answers, AnswersNothing } from '../http/answers.js';
import { CurrentActor } from '../http/current-actor.js';
import { IdParam } from '../http/id.param.js';
import { NewApiKeyDto } from './api-key.dto.js';
import { ApiKeysView, NewApiKeyView } from './api-key.view.js';

@ApiTags('session')
@Controller('api-keys')
export class ApiKeyController {
  constructor(private readonly keys: ApiKeyService) {}

  @Get()
  @RequirePermission('apiKey.read')
  @Answers(ApiKeysView)
  list(@CurrentActor() actor: Actor) {
    return this.keys.list(actor);
  }

  /** Without `Idempotency-Key`: an answer that is kept would keep the key. */
  @Post()
  @RequirePermission('apiKey.create')
  @Answers(NewApiKeyView, { status: 201 })
  create(@CurrentActor() actor: Actor, @Body() body: NewApiKeyDto) {
    return this.keys.create(actor, body);
  }

  @Delete(':id')
  @RequirePermission('apiKey.revoke')
  @AnswersNothing()
  revoke(@CurrentActor() actor: Actor, @Param() { id }: IdParam) {
    return this.keys.revoke(actor, id);
  }
}
