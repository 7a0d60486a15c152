import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** Förvaltningslagen 16–18 §§: a person's latest word on a case is the one that holds. */
@Entity('interest_declarations')
@Check('interest_declarations_interest', `interest IN ('none', 'possible')`)
@Index('interest_declarations_case', ['applicationId', 'personId', 'declaredAt'])
export class InterestDeclaration {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'interest_declarations_pk' }) id: string;
  @Column('uuid')
  @ForeignKey('Application', { name: 'interest_declarations_application' })
  applicationId: string;
  @Column('uuid') organisationId: string;
  @Column('uuid') userId: string;
  @Column('uuid') personId: string;
  @Column('text') interest: 'none' | 'possible';
  @Column('text') note: string;
  @Column('timestamp with time zone', { precision: 3 }) declaredAt: Date;
}
