# Các câu được dùng trong tệp *.dslr. Mỗi dòng: [khi|thì][]câu tiếng Việt=cách chương trình hiểu.
# Đây là phần của người viết chương trình; người quản trị chỉ dùng các câu, không sửa tệp này.
[when]Chỉ tiêu "{id:[A-Za-z0-9.\-]+}"=$duty : Duty(id == "{id}")
[then]Phải đạt ít nhất {percent:[0-9,]+}% số "{things:[^"\\]+}"=requirements.atLeastShare(kcontext, $duty, "{percent}", "{things}");
[then]Phải giảm ít nhất {percent:[0-9,]+}% "{things:[^"\\]+}"=requirements.atLeastShare(kcontext, $duty, "{percent}", "{things}");
[then]Phải có ít nhất {count:[0-9]+} "{things:[^"\\]+}"=requirements.atLeastCount(kcontext, $duty, "{count}", "{things}");
[then]Thứ hạng không được quá {count:[0-9]+} theo chỉ số của năm {year:[0-9]+}=requirements.rankAtMost(kcontext, $duty, "{count}", "{year}");
[then]Số "{things:[^"\\]+}" phải nhiều hơn năm trước=requirements.moreThanYearBefore(kcontext, $duty, "{things}");
[then]Cần người xem vì Quyết định không nêu con số về "{things:[^"\\]+}"=requirements.judgedByPerson(kcontext, $duty, "{things}");
[then]Có nguy cơ khi chưa đạt=requirements.atRiskAtOnce($duty);
[then]Có nguy cơ nếu từ ngày "{date:[0-9/]+}" đạt dưới {percent:[0-9,]+}%=requirements.atRiskBelow($duty, "{date}", "{percent}");
[then]Có nguy cơ nếu chậm hơn tiến độ đều kể từ ngày "{date:[0-9/]+}"=requirements.atRiskBehindLine($duty, "{date}");
[then]Từ ngày "{date:[0-9/]+}" cần người xem vì "{reason:[^"\\]+}"=requirements.reviewFrom($duty, "{date}", "{reason}");
