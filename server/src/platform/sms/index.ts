export type { SmsClient, TextMessage, TextOutcome } from './sms-client'
export { createTencentSms, TENCENT_SMS_API_BASE, type TencentSmsConfig } from './tencent-sms'
