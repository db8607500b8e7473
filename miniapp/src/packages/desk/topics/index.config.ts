export default definePageConfig({ navigationBarTitleText: '事情分哪几类' })
