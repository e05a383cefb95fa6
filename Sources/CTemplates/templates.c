// Written by Sources/CTemplates/regenerate; do not edit.
#include "CTemplates.h"

// Built as C17, of which #embed is an extension that this compiler has.
#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char file_0[] = {
#embed "../../Templates/blocks/brand-kit.ar.md"
};
static const unsigned char file_1[] = {
#embed "../../Templates/blocks/brand-kit.de.md"
};
static const unsigned char file_2[] = {
#embed "../../Templates/blocks/brand-kit.es.md"
};
static const unsigned char file_3[] = {
#embed "../../Templates/blocks/brand-kit.fr.md"
};
static const unsigned char file_4[] = {
#embed "../../Templates/blocks/brand-kit.ja.md"
};
static const unsigned char file_5[] = {
#embed "../../Templates/blocks/brand-kit.ko.md"
};
static const unsigned char file_6[] = {
#embed "../../Templates/blocks/brand-kit.md"
};
static const unsigned char file_7[] = {
#embed "../../Templates/blocks/brand-kit.pt-BR.md"
};
static const unsigned char file_8[] = {
#embed "../../Templates/blocks/brand-kit.zh-Hans.md"
};
static const unsigned char file_9[] = {
#embed "../../Templates/blocks/brand-kit.zh-Hant.md"
};
static const unsigned char file_10[] = {
#embed "../../Templates/blocks/footer.ar.md"
};
static const unsigned char file_11[] = {
#embed "../../Templates/blocks/footer.de.md"
};
static const unsigned char file_12[] = {
#embed "../../Templates/blocks/footer.es.md"
};
static const unsigned char file_13[] = {
#embed "../../Templates/blocks/footer.fr.md"
};
static const unsigned char file_14[] = {
#embed "../../Templates/blocks/footer.ja.md"
};
static const unsigned char file_15[] = {
#embed "../../Templates/blocks/footer.ko.md"
};
static const unsigned char file_16[] = {
#embed "../../Templates/blocks/footer.md"
};
static const unsigned char file_17[] = {
#embed "../../Templates/blocks/footer.pt-BR.md"
};
static const unsigned char file_18[] = {
#embed "../../Templates/blocks/footer.zh-Hans.md"
};
static const unsigned char file_19[] = {
#embed "../../Templates/blocks/footer.zh-Hant.md"
};
static const unsigned char file_20[] = {
#embed "../../Templates/blocks/signature.ar.md"
};
static const unsigned char file_21[] = {
#embed "../../Templates/blocks/signature.de.md"
};
static const unsigned char file_22[] = {
#embed "../../Templates/blocks/signature.es.md"
};
static const unsigned char file_23[] = {
#embed "../../Templates/blocks/signature.fr.md"
};
static const unsigned char file_24[] = {
#embed "../../Templates/blocks/signature.ja.md"
};
static const unsigned char file_25[] = {
#embed "../../Templates/blocks/signature.ko.md"
};
static const unsigned char file_26[] = {
#embed "../../Templates/blocks/signature.md"
};
static const unsigned char file_27[] = {
#embed "../../Templates/blocks/signature.pt-BR.md"
};
static const unsigned char file_28[] = {
#embed "../../Templates/blocks/signature.zh-Hans.md"
};
static const unsigned char file_29[] = {
#embed "../../Templates/blocks/signature.zh-Hant.md"
};
static const unsigned char file_30[] = {
#embed "../../Templates/demo/prospects.csv"
};
static const unsigned char file_31[] = {
#embed "../../Templates/sequences/creators/1-brand-story.ar.md"
};
static const unsigned char file_32[] = {
#embed "../../Templates/sequences/creators/1-brand-story.de.md"
};
static const unsigned char file_33[] = {
#embed "../../Templates/sequences/creators/1-brand-story.es.md"
};
static const unsigned char file_34[] = {
#embed "../../Templates/sequences/creators/1-brand-story.fr.md"
};
static const unsigned char file_35[] = {
#embed "../../Templates/sequences/creators/1-brand-story.ja.md"
};
static const unsigned char file_36[] = {
#embed "../../Templates/sequences/creators/1-brand-story.ko.md"
};
static const unsigned char file_37[] = {
#embed "../../Templates/sequences/creators/1-brand-story.md"
};
static const unsigned char file_38[] = {
#embed "../../Templates/sequences/creators/1-brand-story.pt-BR.md"
};
static const unsigned char file_39[] = {
#embed "../../Templates/sequences/creators/1-brand-story.zh-Hans.md"
};
static const unsigned char file_40[] = {
#embed "../../Templates/sequences/creators/1-brand-story.zh-Hant.md"
};
static const unsigned char file_41[] = {
#embed "../../Templates/sequences/creators/2-partner-benefit.ar.md"
};
static const unsigned char file_42[] = {
#embed "../../Templates/sequences/creators/2-partner-benefit.de.md"
};
static const unsigned char file_43[] = {
#embed "../../Templates/sequences/creators/2-partner-benefit.es.md"
};
static const unsigned char file_44[] = {
#embed "../../Templates/sequences/creators/2-partner-benefit.fr.md"
};
static const unsigned char file_45[] = {
#embed "../../Templates/sequences/creators/2-partner-benefit.ja.md"
};
static const unsigned char file_46[] = {
#embed "../../Templates/sequences/creators/2-partner-benefit.ko.md"
};
static const unsigned char file_47[] = {
#embed "../../Templates/sequences/creators/2-partner-benefit.md"
};
static const unsigned char file_48[] = {
#embed "../../Templates/sequences/creators/2-partner-benefit.pt-BR.md"
};
static const unsigned char file_49[] = {
#embed "../../Templates/sequences/creators/2-partner-benefit.zh-Hans.md"
};
static const unsigned char file_50[] = {
#embed "../../Templates/sequences/creators/2-partner-benefit.zh-Hant.md"
};
static const unsigned char file_51[] = {
#embed "../../Templates/sequences/creators/3-social-proof.ar.md"
};
static const unsigned char file_52[] = {
#embed "../../Templates/sequences/creators/3-social-proof.de.md"
};
static const unsigned char file_53[] = {
#embed "../../Templates/sequences/creators/3-social-proof.es.md"
};
static const unsigned char file_54[] = {
#embed "../../Templates/sequences/creators/3-social-proof.fr.md"
};
static const unsigned char file_55[] = {
#embed "../../Templates/sequences/creators/3-social-proof.ja.md"
};
static const unsigned char file_56[] = {
#embed "../../Templates/sequences/creators/3-social-proof.ko.md"
};
static const unsigned char file_57[] = {
#embed "../../Templates/sequences/creators/3-social-proof.md"
};
static const unsigned char file_58[] = {
#embed "../../Templates/sequences/creators/3-social-proof.pt-BR.md"
};
static const unsigned char file_59[] = {
#embed "../../Templates/sequences/creators/3-social-proof.zh-Hans.md"
};
static const unsigned char file_60[] = {
#embed "../../Templates/sequences/creators/3-social-proof.zh-Hant.md"
};
static const unsigned char file_61[] = {
#embed "../../Templates/sequences/creators/4-parting.ar.md"
};
static const unsigned char file_62[] = {
#embed "../../Templates/sequences/creators/4-parting.de.md"
};
static const unsigned char file_63[] = {
#embed "../../Templates/sequences/creators/4-parting.es.md"
};
static const unsigned char file_64[] = {
#embed "../../Templates/sequences/creators/4-parting.fr.md"
};
static const unsigned char file_65[] = {
#embed "../../Templates/sequences/creators/4-parting.ja.md"
};
static const unsigned char file_66[] = {
#embed "../../Templates/sequences/creators/4-parting.ko.md"
};
static const unsigned char file_67[] = {
#embed "../../Templates/sequences/creators/4-parting.md"
};
static const unsigned char file_68[] = {
#embed "../../Templates/sequences/creators/4-parting.pt-BR.md"
};
static const unsigned char file_69[] = {
#embed "../../Templates/sequences/creators/4-parting.zh-Hans.md"
};
static const unsigned char file_70[] = {
#embed "../../Templates/sequences/creators/4-parting.zh-Hant.md"
};
static const unsigned char file_71[] = {
#embed "../../Templates/sequences/media/1-local-story.ar.md"
};
static const unsigned char file_72[] = {
#embed "../../Templates/sequences/media/1-local-story.de.md"
};
static const unsigned char file_73[] = {
#embed "../../Templates/sequences/media/1-local-story.es.md"
};
static const unsigned char file_74[] = {
#embed "../../Templates/sequences/media/1-local-story.fr.md"
};
static const unsigned char file_75[] = {
#embed "../../Templates/sequences/media/1-local-story.ja.md"
};
static const unsigned char file_76[] = {
#embed "../../Templates/sequences/media/1-local-story.ko.md"
};
static const unsigned char file_77[] = {
#embed "../../Templates/sequences/media/1-local-story.md"
};
static const unsigned char file_78[] = {
#embed "../../Templates/sequences/media/1-local-story.pt-BR.md"
};
static const unsigned char file_79[] = {
#embed "../../Templates/sequences/media/1-local-story.zh-Hans.md"
};
static const unsigned char file_80[] = {
#embed "../../Templates/sequences/media/1-local-story.zh-Hant.md"
};
static const unsigned char file_81[] = {
#embed "../../Templates/sequences/media/2-product.ar.md"
};
static const unsigned char file_82[] = {
#embed "../../Templates/sequences/media/2-product.de.md"
};
static const unsigned char file_83[] = {
#embed "../../Templates/sequences/media/2-product.es.md"
};
static const unsigned char file_84[] = {
#embed "../../Templates/sequences/media/2-product.fr.md"
};
static const unsigned char file_85[] = {
#embed "../../Templates/sequences/media/2-product.ja.md"
};
static const unsigned char file_86[] = {
#embed "../../Templates/sequences/media/2-product.ko.md"
};
static const unsigned char file_87[] = {
#embed "../../Templates/sequences/media/2-product.md"
};
static const unsigned char file_88[] = {
#embed "../../Templates/sequences/media/2-product.pt-BR.md"
};
static const unsigned char file_89[] = {
#embed "../../Templates/sequences/media/2-product.zh-Hans.md"
};
static const unsigned char file_90[] = {
#embed "../../Templates/sequences/media/2-product.zh-Hant.md"
};
static const unsigned char file_91[] = {
#embed "../../Templates/sequences/media/3-social-proof.ar.md"
};
static const unsigned char file_92[] = {
#embed "../../Templates/sequences/media/3-social-proof.de.md"
};
static const unsigned char file_93[] = {
#embed "../../Templates/sequences/media/3-social-proof.es.md"
};
static const unsigned char file_94[] = {
#embed "../../Templates/sequences/media/3-social-proof.fr.md"
};
static const unsigned char file_95[] = {
#embed "../../Templates/sequences/media/3-social-proof.ja.md"
};
static const unsigned char file_96[] = {
#embed "../../Templates/sequences/media/3-social-proof.ko.md"
};
static const unsigned char file_97[] = {
#embed "../../Templates/sequences/media/3-social-proof.md"
};
static const unsigned char file_98[] = {
#embed "../../Templates/sequences/media/3-social-proof.pt-BR.md"
};
static const unsigned char file_99[] = {
#embed "../../Templates/sequences/media/3-social-proof.zh-Hans.md"
};
static const unsigned char file_100[] = {
#embed "../../Templates/sequences/media/3-social-proof.zh-Hant.md"
};
static const unsigned char file_101[] = {
#embed "../../Templates/sequences/media/4-parting.ar.md"
};
static const unsigned char file_102[] = {
#embed "../../Templates/sequences/media/4-parting.de.md"
};
static const unsigned char file_103[] = {
#embed "../../Templates/sequences/media/4-parting.es.md"
};
static const unsigned char file_104[] = {
#embed "../../Templates/sequences/media/4-parting.fr.md"
};
static const unsigned char file_105[] = {
#embed "../../Templates/sequences/media/4-parting.ja.md"
};
static const unsigned char file_106[] = {
#embed "../../Templates/sequences/media/4-parting.ko.md"
};
static const unsigned char file_107[] = {
#embed "../../Templates/sequences/media/4-parting.md"
};
static const unsigned char file_108[] = {
#embed "../../Templates/sequences/media/4-parting.pt-BR.md"
};
static const unsigned char file_109[] = {
#embed "../../Templates/sequences/media/4-parting.zh-Hans.md"
};
static const unsigned char file_110[] = {
#embed "../../Templates/sequences/media/4-parting.zh-Hant.md"
};
static const unsigned char file_111[] = {
#embed "../../Templates/tone/en/benefit.json5"
};
static const unsigned char file_112[] = {
#embed "../../Templates/tone/en/blame.json5"
};
static const unsigned char file_113[] = {
#embed "../../Templates/tone/en/command.json5"
};
static const unsigned char file_114[] = {
#embed "../../Templates/tone/en/condescend.json5"
};
static const unsigned char file_115[] = {
#embed "../../Templates/tone/en/cta.json5"
};
static const unsigned char file_116[] = {
#embed "../../Templates/tone/en/esl.json5"
};
static const unsigned char file_117[] = {
#embed "../../Templates/tone/en/gender.json5"
};
static const unsigned char file_118[] = {
#embed "../../Templates/tone/en/guilt.json5"
};
static const unsigned char file_119[] = {
#embed "../../Templates/tone/en/hype.json5"
};
static const unsigned char file_120[] = {
#embed "../../Templates/tone/en/price.json5"
};
static const unsigned char file_121[] = {
#embed "../../Templates/tone/en/push.json5"
};
static const unsigned char file_122[] = {
#embed "../../Templates/tone/en/region.json5"
};
static const unsigned char file_123[] = {
#embed "../../Templates/tone/en/spam.json5"
};
static const unsigned char file_124[] = {
#embed "../../Templates/tone/en/urgency.json5"
};
static const unsigned char file_125[] = {
#embed "../../Templates/tone/en/vague.json5"
};
static const unsigned char file_126[] = {
#embed "../../Templates/workspace/brand/brand-kit.pdf"
};
static const unsigned char file_127[] = {
#embed "../../Templates/workspace/campaigns/press.json5"
};
static const unsigned char file_128[] = {
#embed "../../Templates/workspace/campaigns/spring.json5"
};
static const unsigned char file_129[] = {
#embed "../../Templates/workspace/gitignore"
};
static const unsigned char file_130[] = {
#embed "../../Templates/workspace/liaison.json5"
};
static const unsigned char file_131[] = {
#embed "../../Templates/workspace/prospects.csv"
};

static const struct ctemplates_file files[] = {
  {"blocks/brand-kit.ar.md", file_0, sizeof file_0},
  {"blocks/brand-kit.de.md", file_1, sizeof file_1},
  {"blocks/brand-kit.es.md", file_2, sizeof file_2},
  {"blocks/brand-kit.fr.md", file_3, sizeof file_3},
  {"blocks/brand-kit.ja.md", file_4, sizeof file_4},
  {"blocks/brand-kit.ko.md", file_5, sizeof file_5},
  {"blocks/brand-kit.md", file_6, sizeof file_6},
  {"blocks/brand-kit.pt-BR.md", file_7, sizeof file_7},
  {"blocks/brand-kit.zh-Hans.md", file_8, sizeof file_8},
  {"blocks/brand-kit.zh-Hant.md", file_9, sizeof file_9},
  {"blocks/footer.ar.md", file_10, sizeof file_10},
  {"blocks/footer.de.md", file_11, sizeof file_11},
  {"blocks/footer.es.md", file_12, sizeof file_12},
  {"blocks/footer.fr.md", file_13, sizeof file_13},
  {"blocks/footer.ja.md", file_14, sizeof file_14},
  {"blocks/footer.ko.md", file_15, sizeof file_15},
  {"blocks/footer.md", file_16, sizeof file_16},
  {"blocks/footer.pt-BR.md", file_17, sizeof file_17},
  {"blocks/footer.zh-Hans.md", file_18, sizeof file_18},
  {"blocks/footer.zh-Hant.md", file_19, sizeof file_19},
  {"blocks/signature.ar.md", file_20, sizeof file_20},
  {"blocks/signature.de.md", file_21, sizeof file_21},
  {"blocks/signature.es.md", file_22, sizeof file_22},
  {"blocks/signature.fr.md", file_23, sizeof file_23},
  {"blocks/signature.ja.md", file_24, sizeof file_24},
  {"blocks/signature.ko.md", file_25, sizeof file_25},
  {"blocks/signature.md", file_26, sizeof file_26},
  {"blocks/signature.pt-BR.md", file_27, sizeof file_27},
  {"blocks/signature.zh-Hans.md", file_28, sizeof file_28},
  {"blocks/signature.zh-Hant.md", file_29, sizeof file_29},
  {"demo/prospects.csv", file_30, sizeof file_30},
  {"sequences/creators/1-brand-story.ar.md", file_31, sizeof file_31},
  {"sequences/creators/1-brand-story.de.md", file_32, sizeof file_32},
  {"sequences/creators/1-brand-story.es.md", file_33, sizeof file_33},
  {"sequences/creators/1-brand-story.fr.md", file_34, sizeof file_34},
  {"sequences/creators/1-brand-story.ja.md", file_35, sizeof file_35},
  {"sequences/creators/1-brand-story.ko.md", file_36, sizeof file_36},
  {"sequences/creators/1-brand-story.md", file_37, sizeof file_37},
  {"sequences/creators/1-brand-story.pt-BR.md", file_38, sizeof file_38},
  {"sequences/creators/1-brand-story.zh-Hans.md", file_39, sizeof file_39},
  {"sequences/creators/1-brand-story.zh-Hant.md", file_40, sizeof file_40},
  {"sequences/creators/2-partner-benefit.ar.md", file_41, sizeof file_41},
  {"sequences/creators/2-partner-benefit.de.md", file_42, sizeof file_42},
  {"sequences/creators/2-partner-benefit.es.md", file_43, sizeof file_43},
  {"sequences/creators/2-partner-benefit.fr.md", file_44, sizeof file_44},
  {"sequences/creators/2-partner-benefit.ja.md", file_45, sizeof file_45},
  {"sequences/creators/2-partner-benefit.ko.md", file_46, sizeof file_46},
  {"sequences/creators/2-partner-benefit.md", file_47, sizeof file_47},
  {"sequences/creators/2-partner-benefit.pt-BR.md", file_48, sizeof file_48},
  {"sequences/creators/2-partner-benefit.zh-Hans.md", file_49, sizeof file_49},
  {"sequences/creators/2-partner-benefit.zh-Hant.md", file_50, sizeof file_50},
  {"sequences/creators/3-social-proof.ar.md", file_51, sizeof file_51},
  {"sequences/creators/3-social-proof.de.md", file_52, sizeof file_52},
  {"sequences/creators/3-social-proof.es.md", file_53, sizeof file_53},
  {"sequences/creators/3-social-proof.fr.md", file_54, sizeof file_54},
  {"sequences/creators/3-social-proof.ja.md", file_55, sizeof file_55},
  {"sequences/creators/3-social-proof.ko.md", file_56, sizeof file_56},
  {"sequences/creators/3-social-proof.md", file_57, sizeof file_57},
  {"sequences/creators/3-social-proof.pt-BR.md", file_58, sizeof file_58},
  {"sequences/creators/3-social-proof.zh-Hans.md", file_59, sizeof file_59},
  {"sequences/creators/3-social-proof.zh-Hant.md", file_60, sizeof file_60},
  {"sequences/creators/4-parting.ar.md", file_61, sizeof file_61},
  {"sequences/creators/4-parting.de.md", file_62, sizeof file_62},
  {"sequences/creators/4-parting.es.md", file_63, sizeof file_63},
  {"sequences/creators/4-parting.fr.md", file_64, sizeof file_64},
  {"sequences/creators/4-parting.ja.md", file_65, sizeof file_65},
  {"sequences/creators/4-parting.ko.md", file_66, sizeof file_66},
  {"sequences/creators/4-parting.md", file_67, sizeof file_67},
  {"sequences/creators/4-parting.pt-BR.md", file_68, sizeof file_68},
  {"sequences/creators/4-parting.zh-Hans.md", file_69, sizeof file_69},
  {"sequences/creators/4-parting.zh-Hant.md", file_70, sizeof file_70},
  {"sequences/media/1-local-story.ar.md", file_71, sizeof file_71},
  {"sequences/media/1-local-story.de.md", file_72, sizeof file_72},
  {"sequences/media/1-local-story.es.md", file_73, sizeof file_73},
  {"sequences/media/1-local-story.fr.md", file_74, sizeof file_74},
  {"sequences/media/1-local-story.ja.md", file_75, sizeof file_75},
  {"sequences/media/1-local-story.ko.md", file_76, sizeof file_76},
  {"sequences/media/1-local-story.md", file_77, sizeof file_77},
  {"sequences/media/1-local-story.pt-BR.md", file_78, sizeof file_78},
  {"sequences/media/1-local-story.zh-Hans.md", file_79, sizeof file_79},
  {"sequences/media/1-local-story.zh-Hant.md", file_80, sizeof file_80},
  {"sequences/media/2-product.ar.md", file_81, sizeof file_81},
  {"sequences/media/2-product.de.md", file_82, sizeof file_82},
  {"sequences/media/2-product.es.md", file_83, sizeof file_83},
  {"sequences/media/2-product.fr.md", file_84, sizeof file_84},
  {"sequences/media/2-product.ja.md", file_85, sizeof file_85},
  {"sequences/media/2-product.ko.md", file_86, sizeof file_86},
  {"sequences/media/2-product.md", file_87, sizeof file_87},
  {"sequences/media/2-product.pt-BR.md", file_88, sizeof file_88},
  {"sequences/media/2-product.zh-Hans.md", file_89, sizeof file_89},
  {"sequences/media/2-product.zh-Hant.md", file_90, sizeof file_90},
  {"sequences/media/3-social-proof.ar.md", file_91, sizeof file_91},
  {"sequences/media/3-social-proof.de.md", file_92, sizeof file_92},
  {"sequences/media/3-social-proof.es.md", file_93, sizeof file_93},
  {"sequences/media/3-social-proof.fr.md", file_94, sizeof file_94},
  {"sequences/media/3-social-proof.ja.md", file_95, sizeof file_95},
  {"sequences/media/3-social-proof.ko.md", file_96, sizeof file_96},
  {"sequences/media/3-social-proof.md", file_97, sizeof file_97},
  {"sequences/media/3-social-proof.pt-BR.md", file_98, sizeof file_98},
  {"sequences/media/3-social-proof.zh-Hans.md", file_99, sizeof file_99},
  {"sequences/media/3-social-proof.zh-Hant.md", file_100, sizeof file_100},
  {"sequences/media/4-parting.ar.md", file_101, sizeof file_101},
  {"sequences/media/4-parting.de.md", file_102, sizeof file_102},
  {"sequences/media/4-parting.es.md", file_103, sizeof file_103},
  {"sequences/media/4-parting.fr.md", file_104, sizeof file_104},
  {"sequences/media/4-parting.ja.md", file_105, sizeof file_105},
  {"sequences/media/4-parting.ko.md", file_106, sizeof file_106},
  {"sequences/media/4-parting.md", file_107, sizeof file_107},
  {"sequences/media/4-parting.pt-BR.md", file_108, sizeof file_108},
  {"sequences/media/4-parting.zh-Hans.md", file_109, sizeof file_109},
  {"sequences/media/4-parting.zh-Hant.md", file_110, sizeof file_110},
  {"tone/en/benefit.json5", file_111, sizeof file_111},
  {"tone/en/blame.json5", file_112, sizeof file_112},
  {"tone/en/command.json5", file_113, sizeof file_113},
  {"tone/en/condescend.json5", file_114, sizeof file_114},
  {"tone/en/cta.json5", file_115, sizeof file_115},
  {"tone/en/esl.json5", file_116, sizeof file_116},
  {"tone/en/gender.json5", file_117, sizeof file_117},
  {"tone/en/guilt.json5", file_118, sizeof file_118},
  {"tone/en/hype.json5", file_119, sizeof file_119},
  {"tone/en/price.json5", file_120, sizeof file_120},
  {"tone/en/push.json5", file_121, sizeof file_121},
  {"tone/en/region.json5", file_122, sizeof file_122},
  {"tone/en/spam.json5", file_123, sizeof file_123},
  {"tone/en/urgency.json5", file_124, sizeof file_124},
  {"tone/en/vague.json5", file_125, sizeof file_125},
  {"workspace/brand/brand-kit.pdf", file_126, sizeof file_126},
  {"workspace/campaigns/press.json5", file_127, sizeof file_127},
  {"workspace/campaigns/spring.json5", file_128, sizeof file_128},
  {"workspace/gitignore", file_129, sizeof file_129},
  {"workspace/liaison.json5", file_130, sizeof file_130},
  {"workspace/prospects.csv", file_131, sizeof file_131},
};

const struct ctemplates_file *ctemplates_files(void) { return files; }
const size_t ctemplates_count = 132;
