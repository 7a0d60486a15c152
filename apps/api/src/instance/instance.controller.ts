import { Controller, Get, Inject } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { demoAccounts } from '#core/demo';
import { CONFIG, type Config } from '#platform/config';
import { Public } from '../http/access.js';
import { Answers } from '../http/answers.js';
import { InstanceView } from './instance.view.js';

@ApiTags('public')
@Controller('public/instance')
export class InstanceController {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  @Get()
  @Public('whoever comes here is told whose it is, and whether it is a demo')
  @Answers(InstanceView)
  getInstance(): InstanceView {
    const { demo, agency } = this.config;
    return { demo, agency: agency && shown(agency), accounts: demo ? demoAccounts() : [] };
  }
}

const shown = ({ name, email, phone }: NonNullable<Config['agency']>) => ({ name, email, phone });
