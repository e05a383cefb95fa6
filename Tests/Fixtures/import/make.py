#!/usr/bin/env python3
"""Writes the prospects files of this folder, one for each way a spreadsheet may save one."""

import pathlib

HERE = pathlib.Path(__file__).parent


def save(name, text, encoding):
    (HERE / name).write_bytes(text.encode(encoding))


def rows(lines, delimiter=",", end="\r\n"):
    return "".join(delimiter.join(line) + end for line in lines)


CHINESE = rows([
    ["邮箱", "姓名", "公司", "国家", "语言", "粉丝数", "标签"],
    ["wang@chang.example", "王伟", "长风骑行", "中国", "中文", "3万", "骑行、雨衣"],
    ["li@yue.example", "李娜", "月光户外", "中国", "zh-Hans", "12500", "户外"],
])
TRADITIONAL = rows([
    ["郵箱", "姓名", "媒體", "國家", "語言"],
    ["lin@shan.example", "林雅婷", "山城單車誌", "台灣", "繁體中文"],
    ["chan@gong.example", "陳大文", "香港行山", "香港", "zh-Hant"],
])
JAPANESE = rows([
    ["email", "name", "prospect", "country", "language"],
    ["sato@ame.example", "佐藤 花子", "雨の日サイクル", "JP", "日本語"],
    ["mori@kasa.example", "森 健二", "ｶｻﾌﾞﾛｸﾞ", "JP", "ja"],
])
KOREAN = rows([
    ["email", "name", "prospect", "country", "language"],
    ["kim@bi.example", "김민지", "비오는날 자전거", "대한민국", "한국어"],
    ["lee@gil.example", "이준호", "골목길 산책", "KR", "ko"],
])
WESTERN = rows([
    ["email", "name", "prospect", "country", "language"],
    ["zoe@regen.example", "Zoë Müller", "Straße & Regen", "Österreich", "de"],
    ["rene@velo.example", "René Dupré", "Vélo à 5 €", "France", "français"],
], delimiter=";")
RUSSIAN = rows([
    ["email", "name", "prospect", "country", "language"],
    ["ivan@dozhd.example", "Иван Петров", "Велосипед и дождь", "Россия", "русский"],
], delimiter=";")

save("utf-8.csv", CHINESE, "utf-8")
save("utf-8-bom.csv", CHINESE, "utf-8-sig")
save("utf-16le.csv", "\ufeff" + CHINESE.replace(",", "\t"), "utf-16-le")
save("utf-16be.csv", "\ufeff" + CHINESE, "utf-16-be")
save("utf-16le-no-mark.csv", WESTERN, "utf-16-le")
save("gb18030.csv", CHINESE + "zhao@gu.example,赵𠀀,古道,中国,zh,,\r\n", "gb18030")
save("big5.csv", TRADITIONAL, "big5hkscs")
save("shift_jis.csv", JAPANESE, "cp932")
save("euc-jp.csv", JAPANESE, "euc_jp")
save("euc-kr.csv", KOREAN, "cp949")
save("windows-1252.csv", WESTERN, "cp1252")
save("windows-1251.csv", RUSSIAN, "cp1251")
