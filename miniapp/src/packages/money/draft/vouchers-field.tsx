import { useState } from 'react'
import { Image, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { PAYEE_NAME_LIMIT, VOUCHER_KIND_NAMES, VOUCHER_KINDS, VOUCHERS_LIMIT } from '@huiying/shared/expenses'
import { choosePhotos } from '@/platform/choose-photos'
import { dropLocalFile, useLocalFileUrl } from '@/platform/local-file'
import { apiUrl } from '@/platform/request'
import { sentenceOf } from '@/platform/say'
import { aria } from '@/ui/aria'
import { Button, pressHandlers } from '@/ui/button'
import { Card } from '@/ui/card'
import { Choice } from '@/ui/choice'
import { Fault } from '@/ui/fault'
import { Field, Line } from '@/ui/field'
import { newVoucher, type DraftVoucher } from './draft-value'
import type { PartProps } from './part-props'
import styles from './draft.module.scss'

/** As many as one takes in a go. */
const AT_ONCE = 9

/** Photos of invoices, receipts and of the thing itself, each with what stands on it. */
export function VouchersField({ draft: { vouchers }, change }: PartProps) {
  const [fault, setFault] = useState<string | null>(null)
  const add = () => {
    setFault(null)
    choosePhotos(Math.min(AT_ONCE, VOUCHERS_LIMIT - vouchers.length)).then(
      (chosen) => {
        if (chosen.photos.length > 0) change({ vouchers: [...vouchers, ...chosen.photos.map(newVoucher)] })
        setFault(chosen.fault)
      },
      (error: unknown) => setFault(sentenceOf(error)),
    )
  }
  const put = (index: number, part: Partial<DraftVoucher>) =>
    change({ vouchers: vouchers.map((voucher, at) => (at === index ? { ...voucher, ...part } : voucher)) })
  const remove = ({ local }: DraftVoucher, index: number) => {
    change({ vouchers: vouchers.filter((_voucher, at) => at !== index) })
    if (local !== null) void dropLocalFile(local)
  }
  return (
    <Card title={vouchers.length === 0 ? '票据' : `票据 ${vouchers.length} 张`}>
      {vouchers.length === 0 && <View className={styles.note}>发票、收据、现场的照片，至少一张。</View>}
      {vouchers.map((voucher, index) => (
        <VoucherField
          key={voucher.local?.ref ?? voucher.fileId ?? index}
          voucher={voucher}
          number={index + 1}
          onChange={(part) => put(index, part)}
          onRemove={() => remove(voucher, index)}
        />
      ))}
      <Fault words={fault} />
      {vouchers.length < VOUCHERS_LIMIT && (
        <Button icon='camera' onPress={add}>
          {vouchers.length === 0 ? '拍票据' : '再拍一张'}
        </Button>
      )}
    </Card>
  )
}

interface VoucherFieldProps {
  readonly voucher: DraftVoucher
  readonly number: number
  readonly onChange: (part: Partial<DraftVoucher>) => void
  readonly onRemove: () => void
}

function VoucherField({ voucher, number, onChange, onRemove }: VoucherFieldProps) {
  const localUrl = useLocalFileUrl(voucher.local)
  const url = voucher.photo === null ? localUrl : apiUrl(voucher.photo.url)
  const thumb = voucher.photo === null ? localUrl : apiUrl(voucher.photo.thumbUrl)
  const { kind } = voucher
  return (
    <View className={styles.voucher}>
      <View className={styles.voucherTop}>
        {thumb !== null && url !== null && (
          <Image
            className={styles.photo}
            src={thumb}
            mode='aspectFill'
            {...pressHandlers(() => void Taro.previewImage({ urls: [url], current: url }))}
            {...aria({ role: 'img', label: `第 ${number} 张票据` })}
          />
        )}
        <View className={styles.kind}>
          <Choice
            label={`第 ${number} 张是什么`}
            value={kind}
            options={VOUCHER_KINDS.map((value) => ({ value, words: VOUCHER_KIND_NAMES[value] }))}
            onChange={(next) => onChange({ kind: next })}
          />
        </View>
      </View>
      {kind !== 'photo' && (
        <Field title='谁开的'>
          <Line
            label={`第 ${number} 张谁开的`}
            value={voucher.issuerName}
            maxLength={PAYEE_NAME_LIMIT}
            onChange={(issuerName) => onChange({ issuerName })}
          />
        </Field>
      )}
      {kind === 'invoice' && (
        <>
          <Field title='发票号码' note='电子发票 20 位；纸票再写上发票代码'>
            <Line
              label={`第 ${number} 张发票号码`}
              value={voucher.invoiceNumber}
              keyboard='number'
              maxLength={20}
              onChange={(invoiceNumber) => onChange({ invoiceNumber })}
            />
          </Field>
          {/* A fully digital invoice has no code. */}
          {voucher.invoiceNumber.length < 20 && (
            <Field title='发票代码'>
              <Line
                label={`第 ${number} 张发票代码`}
                value={voucher.invoiceCode}
                keyboard='number'
                maxLength={12}
                onChange={(invoiceCode) => onChange({ invoiceCode })}
              />
            </Field>
          )}
        </>
      )}
      <Button icon='trash-2' label={`去掉第 ${number} 张票据`} onPress={onRemove}>
        去掉这张
      </Button>
    </View>
  )
}
