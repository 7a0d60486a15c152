import { Module } from '@nestjs/common';
import { SentFilesKeeper } from './sent-files.keeper.js';
import { SentFilesRepository } from './sent-files.repository.js';

@Module({ providers: [SentFilesKeeper, SentFilesRepository], exports: [SentFilesKeeper] })
export class SentFilesModule {}
