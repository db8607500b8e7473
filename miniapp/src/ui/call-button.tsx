import { callPhone } from '@/platform/call-phone'
import { Button } from './button'

export interface CallButtonProps {
  /** Whose phone it is. */
  readonly name: string
  readonly phone: string
  readonly isSnug?: boolean
}

/** Calls somebody. In a browser the number itself stands on it: a desk does not dial. */
export function CallButton({ name, phone, isSnug = false }: CallButtonProps) {
  return (
    <Button isSnug={isSnug} icon='phone' label={`给${name}打电话 ${phone}`} onPress={() => callPhone(phone)}>
      {process.env.TARO_ENV === 'h5' ? phone : '打电话'}
    </Button>
  )
}
