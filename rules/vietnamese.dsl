# Các câu được dùng trong tệp *.dslr. Mỗi câu ba dòng: ví dụ; nghĩa; [when|then]câu tiếng Việt=cách chương trình hiểu.
# Đây là phần của người viết chương trình; người quản trị chỉ dùng các câu, không sửa tệp này.

# Ví dụ: Chỉ tiêu "II.2.1.e-07"
# Nghĩa: quy tắc này nói về chỉ tiêu mang mã ấy trong duties.csv
[when]Chỉ tiêu "{id:[A-Za-z0-9.\-]+}"=$duty : Duty(id == "{id}")

# Ví dụ: Phải đạt ít nhất 70% số "xã, phường, thị trấn"
# Nghĩa: tử số trên mẫu số phải đạt tỷ lệ ấy
[then]Phải đạt ít nhất {percent:[0-9,]+}% số "{things:[^"\\]+}"=requirements.atLeastShare(kcontext, $duty, "{percent}", "{things}");

# Ví dụ: Phải giảm ít nhất 10% "biên chế"
# Nghĩa: phần đã giảm trên số gốc phải đạt tỷ lệ ấy
[then]Phải giảm ít nhất {percent:[0-9,]+}% "{things:[^"\\]+}"=requirements.atLeastShare(kcontext, $duty, "{percent}", "{things}");

# Ví dụ: Phải có ít nhất 9 "xã, phường, thị trấn"
# Nghĩa: phải đạt đủ số lượng ấy
[then]Phải có ít nhất {count:[0-9]+} "{things:[^"\\]+}"=requirements.atLeastCount(kcontext, $duty, "{count}", "{things}");

# Ví dụ: Thứ hạng không được quá 20 theo chỉ số của năm 2020
# Nghĩa: kết luận theo chỉ số của năm ấy, công bố lúc nào cũng tính
[then]Thứ hạng không được quá {count:[0-9]+} theo chỉ số của năm {year:[0-9]+}=requirements.rankAtMost(kcontext, $duty, "{count}", "{year}");

# Ví dụ: Số "dịch vụ công trực tuyến" phải nhiều hơn năm trước
# Nghĩa: số của năm phải lớn hơn số của năm liền trước
[then]Số "{things:[^"\\]+}" phải nhiều hơn năm trước=requirements.moreThanYearBefore(kcontext, $duty, "{things}");

# Ví dụ: Cần người xem vì Quyết định không nêu con số về "dịch vụ công trực tuyến"
# Nghĩa: không tự kết luận, chuyển cho người xem
[then]Cần người xem vì Quyết định không nêu con số về "{things:[^"\\]+}"=requirements.judgedByPerson(kcontext, $duty, "{things}");

# Ví dụ: Có nguy cơ khi chưa đạt
# Nghĩa: chưa đạt là có nguy cơ, không chờ đến gần hạn
[then]Có nguy cơ khi chưa đạt=requirements.atRiskAtOnce(kcontext, $duty);

# Ví dụ: Có nguy cơ nếu từ ngày "30/09" đạt dưới 22,5%
# Nghĩa: từ ngày ấy mà tỷ lệ còn thấp hơn là có nguy cơ
[then]Có nguy cơ nếu từ ngày "{date:[0-9/]+}" đạt dưới {percent:[0-9,]+}%=requirements.atRiskBelow(kcontext, $duty, "{date}", "{percent}");

# Ví dụ: Có nguy cơ nếu chậm hơn tiến độ đều kể từ ngày "12/05/2017"
# Nghĩa: thấp hơn đường thẳng từ ngày ấy đến hạn là có nguy cơ
[then]Có nguy cơ nếu chậm hơn tiến độ đều kể từ ngày "{date:[0-9/]+}"=requirements.atRiskBehindLine(kcontext, $duty, "{date}");

# Ví dụ: Có nguy cơ nếu theo nhịp báo cáo sẽ không đạt khi đến hạn
# Nghĩa: nhịp của các báo cáo kéo đều đến hạn (giả định) mà không đủ là có nguy cơ
[then]Có nguy cơ nếu theo nhịp báo cáo sẽ không đạt khi đến hạn=requirements.atRiskByForecast(kcontext, $duty);

# Ví dụ: Từ ngày "01/02/2020" cần người xem vì "huyện Tây Trà đã nhập vào huyện Trà Bồng"
# Nghĩa: từ ngày ấy không tự kết luận, thư ghi lý do
[then]Từ ngày "{date:[0-9/]+}" cần người xem vì "{reason:[^"\\]+}"=requirements.reviewFrom(kcontext, $duty, "{date}", "{reason}");

# Ví dụ: Áp dụng từ ngày "01/01/2019"
# Nghĩa: trước ngày ấy quy tắc này không xét; hai quy tắc thay nhau của một chỉ tiêu không được trùng ngày
[then]Áp dụng từ ngày "{date:[0-9/]+}"=requirements.holdsFrom(kcontext, $duty, "{date}");

# Ví dụ: Áp dụng đến ngày "31/12/2018"
# Nghĩa: sau ngày ấy quy tắc này không xét nữa
[then]Áp dụng đến ngày "{date:[0-9/]+}"=requirements.holdsUntil(kcontext, $duty, "{date}");

# Ví dụ: Đang thử nghiệm
# Nghĩa: vẫn xét và cho xem kết luận, nhưng không gửi thư
[then]Đang thử nghiệm=requirements.onTrial(kcontext, $duty);
