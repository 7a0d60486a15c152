import { Global, Module } from '@nestjs/common';
import { Passwords } from './passwords.js';
import { SecretBox } from './secret-box.js';

@Global()
@Module({ providers: [Passwords, SecretBox], exports: [Passwords, SecretBox] })
export class AuthModule {}
