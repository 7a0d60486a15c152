import { Controller, Get, Inject, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { demoAccounts } from '#core/demo';
import { CONFIG, type Config } from '#platform/config';
import { Public } from '../http/access.js';
import { Answers } from '../http/answers.js';
import type { SignedInRequest } from '../http/session-token.js';
import { InstanceView } from './instance.view.js';

@ApiTags('public')
@Controller('public/instance')
export class InstanceController {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  @Get()
  @Public('whoever comes here is told whose it is, and whether it is a demo')
  @Answers(InstanceView)
  getInstance(@Req() request: SignedInRequest): InstanceView {
    return describe(this.config, request.sessionToken !== undefined);
  }
}

function describe({ demo, agency, identityProviders }: Config, hasSession: boolean): InstanceView {
  const shown = agency && { name: agency.name, email: agency.email, phone: agency.phone };
  const providers = identityProviders.map(({ id, name }) => ({ id, name }));
  return { demo, hasSession, agency: shown, accounts: demo ? demoAccounts() : [], providers };
}
