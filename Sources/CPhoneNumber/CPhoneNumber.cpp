#include "CPhoneNumber.h"

#include <cstring>
#include <string>

#include <phonenumbers/phonenumber.pb.h>
#include <phonenumbers/phonenumberutil.h>

using i18n::phonenumbers::PhoneNumber;
using i18n::phonenumbers::PhoneNumberUtil;

extern "C" int cphone_classify(uint64_t digits, char region[4]) {
    region[0] = 0;
    const PhoneNumberUtil *util = PhoneNumberUtil::GetInstance();
    PhoneNumber number;
    const std::string text = "+" + std::to_string(digits);
    if (util->Parse(text, "ZZ", &number) != PhoneNumberUtil::NO_PARSING_ERROR || !util->IsValidNumber(number)) {
        return CPHONE_INVALID;
    }
    std::string code;
    util->GetRegionCodeForNumber(number, &code);
    if (code.size() == 2) {
        std::memcpy(region, code.c_str(), 3);
    }
    switch (util->GetNumberType(number)) {
    case PhoneNumberUtil::MOBILE:
        return CPHONE_MOBILE;
    case PhoneNumberUtil::FIXED_LINE:
        return CPHONE_LANDLINE;
    case PhoneNumberUtil::FIXED_LINE_OR_MOBILE:
        return CPHONE_MOBILE_OR_LANDLINE;
    default:
        return CPHONE_OTHER;
    }
}
