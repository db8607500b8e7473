import { AskExtension } from './ask-extension'
import { DecideExtension } from './decide-extension'
import { EscalateTicket } from './escalate-ticket'
import { ObjectToTransfer } from './object-to-transfer'
import { RecordMinutes } from './record-minutes'
import { RuleOnTicket } from './rule-on-ticket'
import { SaveTopic } from './save-topic'
import { SetTicketTopic } from './set-ticket-topic'
import { TransferTicket } from './transfer-ticket'

/** What people do about the way a ticket goes. */
export const WAYS_ACTS = [
  TransferTicket, ObjectToTransfer, RuleOnTicket, EscalateTicket, RecordMinutes, AskExtension, DecideExtension,
  SetTicketTopic, SaveTopic,
] as const
