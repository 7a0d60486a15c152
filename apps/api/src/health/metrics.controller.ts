import { Controller, Get, Header } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Metrics } from '#platform/metrics';
import { Public } from '../http/access.js';
import { AnswersText } from '../http/answers.js';

@ApiTags('health')
@Controller('metrics')
export class MetricsController {
  constructor(private readonly metrics: Metrics) {}

  @Get()
  @Public('asked by whoever watches over the processes; counts and times only')
  @Header('content-type', 'text/plain; version=0.0.4; charset=utf-8')
  @AnswersText('Counts and times, in the text format of Prometheus')
  getMetrics() {
    return this.metrics.text();
  }
}
