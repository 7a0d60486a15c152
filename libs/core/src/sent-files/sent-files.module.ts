import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { FileScan } from './file-scan.entity.js';
import { FileScanRepository } from './file-scan.repository.js';
import { FileScanner } from './file-scanner.js';
import { FileScans } from './file-scans.js';
import { SentFilesKeeper } from './sent-files.keeper.js';
import { SentFilesRepository } from './sent-files.repository.js';

@Module({
  imports: [TypeOrmModule.forFeature([FileScan])],
  providers: [FileScanRepository, FileScanner, FileScans, SentFilesKeeper, SentFilesRepository],
  exports: [FileScanner, FileScans, SentFilesKeeper],
})
export class SentFilesModule {}
