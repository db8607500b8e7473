import { useState } from 'react'
import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { parseWallSheet, type WallSheet } from '@/features/ledger/proof/wall-fingerprint'
import { scannedParams } from '@/features/ledger/scanned'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { Fault } from '@/ui/fault'
import { Field, Line } from '@/ui/field'
import styles from './check.module.scss'

export interface ScanCardProps {
  readonly bookId: string
  readonly onScanned: (sheet: WallSheet) => void
}

/** The sheet on the public board: its code, or the figures printed on it. */
export function ScanCard({ bookId, onScanned }: ScanCardProps) {
  const [size, setSize] = useState('')
  const [figures, setFigures] = useState('')
  const [fault, setFault] = useState<string | null>(null)
  const scan = async () => {
    setFault(null)
    const scanned = await Taro.scanCode({ scanType: ['qrCode'] }).catch(() => null)
    if (scanned === null) return
    const code = scannedParams(scanned.result)
    const sheet = parseWallSheet(code.size, code.fp)
    if (sheet === null) return setFault('这不是公示栏账单上的码')
    if (code.book !== bookId) return setFault('这张单子是另一本账的，扫它自己的码就能核对')
    onScanned(sheet)
  }
  const compare = () => {
    const digits = figures.replace(/\D/g, '')
    const sheet = parseWallSheet(size.trim(), digits.replace(/(\d{4})(?=\d)/g, '$1-'))
    if (sheet === null) return setFault('请照公示栏上写的，填笔数和 12 位指纹')
    setFault(null)
    return onScanned(sheet)
  }
  return (
    <Card title='和公示栏对一对'>
      {process.env.TARO_ENV !== 'h5' && (
        <View className={styles.part}>
          <Button look='primary' onPress={() => void scan()}>扫公示栏上的码</Button>
        </View>
      )}
      <Field title='公示栏上写的笔数'>
        <Line label='公示栏上写的笔数' value={size} keyboard='number' placeholder='比如 57' onChange={setSize} />
      </Field>
      <Field title='公示栏上的指纹' note='12 位数字，横杠不用填'>
        <Line
          label='公示栏上的指纹'
          value={figures}
          keyboard='number'
          maxLength={14}
          placeholder='比如 384109265573'
          onChange={setFigures}
        />
      </Field>
      <Fault words={fault} />
      <Button onPress={compare}>对一对</Button>
    </Card>
  )
}
