import { Global, Module } from '@nestjs/common';
import { Transition } from './transition.js';

@Global()
@Module({ providers: [Transition], exports: [Transition] })
export class TransitionModule {}
