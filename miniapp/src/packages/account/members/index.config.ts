export default definePageConfig({
  navigationBarTitleText: '等您确认的人',
  enablePullDownRefresh: true,
})
