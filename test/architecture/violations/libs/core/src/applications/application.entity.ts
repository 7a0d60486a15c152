import { Column, Entity } from 'typeorm';

@Entity()
export class Application {
  @Column() status!: string;
}
