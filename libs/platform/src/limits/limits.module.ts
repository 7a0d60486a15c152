import { Global, Module } from '@nestjs/common';
import { AttemptLimits } from './attempt-limits.js';
import { RequestLimits } from './request-limits.js';

@Global()
@Module({ providers: [AttemptLimits, RequestLimits], exports: [AttemptLimits, RequestLimits] })
export class LimitsModule {}
