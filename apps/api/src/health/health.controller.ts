import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Health } from '#platform/health';
import { Public } from '../http/access.js';

@ApiTags('health')
@Controller('health')
export class HealthController {
  constructor(private readonly health: Health) {}

  @Get('live')
  @Public('asked by whoever keeps the process running')
  live() {
    return { status: 'live' };
  }

  @Get('ready')
  @Public('asked by whoever sends requests here')
  ready() {
    return this.health.ready();
  }
}
