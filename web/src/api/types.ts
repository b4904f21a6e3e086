import type { components } from './schema';

type Schemas = components['schemas'];

export type Agreement = Schemas['Agreement'];
export type AgreementChange = Schemas['AgreementChange'];
export type AuditEntry = Schemas['AuditEntry'];
export type Checkpoint = Schemas['Checkpoint'];
export type Decision = Schemas['Decision'];
export type DecisionWord = Schemas['DecisionWord'];
export type Draft = Schemas['Draft'];
export type FieldError = Schemas['FieldError'];
export type Kind = Schemas['Kind'];
export type Ledger = Schemas['Ledger'];
export type LinkState = Schemas['LinkState'];
export type LocalText = Schemas['LocalText'];
export type Names = Schemas['Names'];
export type NodeInfo = Schemas['Node'];
export type Party = Schemas['Party'];
export type Policy = Schemas['Policy'];
export type Portion = Schemas['Portion'];
export type Precedence = Schemas['Precedence'];
export type Problem = Schemas['Problem'];
export type Proof = Schemas['Proof'];
export type Reason = Schemas['Reason'];
export type RecordPage = Schemas['RecordPage'];
export type Release = Schemas['Release'];
export type SharedRecord = Schemas['Record'];
export type Stored = Schemas['Stored'];
