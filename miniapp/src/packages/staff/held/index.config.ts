export default definePageConfig({
  navigationBarTitleText: '待看的内容',
  enablePullDownRefresh: true,
})
