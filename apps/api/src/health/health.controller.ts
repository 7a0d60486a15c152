import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Health } from '#platform/health';
import { Public } from '../http/access.js';
import { Answers } from '../http/answers.js';
import { Liveness, Readiness } from './health.view.js';

@ApiTags('health')
@Controller('health')
export class HealthController {
  constructor(private readonly health: Health) {}

  @Get('live')
  @Public('asked by whoever keeps the process running')
  @Answers(Liveness)
  getLiveness() {
    return { status: 'live' };
  }

  @Get('ready')
  @Public('asked by whoever sends requests here')
  @Answers(Readiness)
  getReadiness() {
    return this.health.ready();
  }
}
