import { AnswerCall } from './answer-call'
import { CallDepartments } from './call-departments'
import { ClosePart } from './close-part'
import { OrderTicket } from './order-ticket'
import { ReviewPart } from './review-part'

export const WHISTLE_ACTS = [CallDepartments, AnswerCall, ReviewPart, ClosePart, OrderTicket]
