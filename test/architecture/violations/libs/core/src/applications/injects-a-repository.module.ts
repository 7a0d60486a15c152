// breaks: medel/orm-only-in-repositories
import { InjectRepository } from '@nestjs/typeorm';

export const inject = InjectRepository;
