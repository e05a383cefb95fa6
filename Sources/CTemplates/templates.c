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
#embed "../../Templates/holidays/ae.json5"
};
static const unsigned char file_32[] = {
#embed "../../Templates/holidays/ar.json5"
};
static const unsigned char file_33[] = {
#embed "../../Templates/holidays/at.json5"
};
static const unsigned char file_34[] = {
#embed "../../Templates/holidays/au.json5"
};
static const unsigned char file_35[] = {
#embed "../../Templates/holidays/be.json5"
};
static const unsigned char file_36[] = {
#embed "../../Templates/holidays/br.json5"
};
static const unsigned char file_37[] = {
#embed "../../Templates/holidays/ca.json5"
};
static const unsigned char file_38[] = {
#embed "../../Templates/holidays/ch.json5"
};
static const unsigned char file_39[] = {
#embed "../../Templates/holidays/cl.json5"
};
static const unsigned char file_40[] = {
#embed "../../Templates/holidays/cn.json5"
};
static const unsigned char file_41[] = {
#embed "../../Templates/holidays/co.json5"
};
static const unsigned char file_42[] = {
#embed "../../Templates/holidays/cz.json5"
};
static const unsigned char file_43[] = {
#embed "../../Templates/holidays/de.json5"
};
static const unsigned char file_44[] = {
#embed "../../Templates/holidays/dk.json5"
};
static const unsigned char file_45[] = {
#embed "../../Templates/holidays/eg.json5"
};
static const unsigned char file_46[] = {
#embed "../../Templates/holidays/es.json5"
};
static const unsigned char file_47[] = {
#embed "../../Templates/holidays/fi.json5"
};
static const unsigned char file_48[] = {
#embed "../../Templates/holidays/fr.json5"
};
static const unsigned char file_49[] = {
#embed "../../Templates/holidays/gb.json5"
};
static const unsigned char file_50[] = {
#embed "../../Templates/holidays/gr.json5"
};
static const unsigned char file_51[] = {
#embed "../../Templates/holidays/hk.json5"
};
static const unsigned char file_52[] = {
#embed "../../Templates/holidays/hu.json5"
};
static const unsigned char file_53[] = {
#embed "../../Templates/holidays/id.json5"
};
static const unsigned char file_54[] = {
#embed "../../Templates/holidays/ie.json5"
};
static const unsigned char file_55[] = {
#embed "../../Templates/holidays/il.json5"
};
static const unsigned char file_56[] = {
#embed "../../Templates/holidays/in.json5"
};
static const unsigned char file_57[] = {
#embed "../../Templates/holidays/it.json5"
};
static const unsigned char file_58[] = {
#embed "../../Templates/holidays/jp.json5"
};
static const unsigned char file_59[] = {
#embed "../../Templates/holidays/ke.json5"
};
static const unsigned char file_60[] = {
#embed "../../Templates/holidays/kr.json5"
};
static const unsigned char file_61[] = {
#embed "../../Templates/holidays/mx.json5"
};
static const unsigned char file_62[] = {
#embed "../../Templates/holidays/my.json5"
};
static const unsigned char file_63[] = {
#embed "../../Templates/holidays/ng.json5"
};
static const unsigned char file_64[] = {
#embed "../../Templates/holidays/nl.json5"
};
static const unsigned char file_65[] = {
#embed "../../Templates/holidays/no.json5"
};
static const unsigned char file_66[] = {
#embed "../../Templates/holidays/nz.json5"
};
static const unsigned char file_67[] = {
#embed "../../Templates/holidays/pe.json5"
};
static const unsigned char file_68[] = {
#embed "../../Templates/holidays/ph.json5"
};
static const unsigned char file_69[] = {
#embed "../../Templates/holidays/pl.json5"
};
static const unsigned char file_70[] = {
#embed "../../Templates/holidays/pt.json5"
};
static const unsigned char file_71[] = {
#embed "../../Templates/holidays/ro.json5"
};
static const unsigned char file_72[] = {
#embed "../../Templates/holidays/sa.json5"
};
static const unsigned char file_73[] = {
#embed "../../Templates/holidays/se.json5"
};
static const unsigned char file_74[] = {
#embed "../../Templates/holidays/sg.json5"
};
static const unsigned char file_75[] = {
#embed "../../Templates/holidays/th.json5"
};
static const unsigned char file_76[] = {
#embed "../../Templates/holidays/tr.json5"
};
static const unsigned char file_77[] = {
#embed "../../Templates/holidays/tw.json5"
};
static const unsigned char file_78[] = {
#embed "../../Templates/holidays/ua.json5"
};
static const unsigned char file_79[] = {
#embed "../../Templates/holidays/us.json5"
};
static const unsigned char file_80[] = {
#embed "../../Templates/holidays/vn.json5"
};
static const unsigned char file_81[] = {
#embed "../../Templates/holidays/za.json5"
};
static const unsigned char file_82[] = {
#embed "../../Templates/sequences/acceptance/overview.ar.md"
};
static const unsigned char file_83[] = {
#embed "../../Templates/sequences/acceptance/overview.de.md"
};
static const unsigned char file_84[] = {
#embed "../../Templates/sequences/acceptance/overview.es.md"
};
static const unsigned char file_85[] = {
#embed "../../Templates/sequences/acceptance/overview.fr.md"
};
static const unsigned char file_86[] = {
#embed "../../Templates/sequences/acceptance/overview.ja.md"
};
static const unsigned char file_87[] = {
#embed "../../Templates/sequences/acceptance/overview.ko.md"
};
static const unsigned char file_88[] = {
#embed "../../Templates/sequences/acceptance/overview.md"
};
static const unsigned char file_89[] = {
#embed "../../Templates/sequences/acceptance/overview.pt-BR.md"
};
static const unsigned char file_90[] = {
#embed "../../Templates/sequences/acceptance/overview.zh-Hans.md"
};
static const unsigned char file_91[] = {
#embed "../../Templates/sequences/acceptance/overview.zh-Hant.md"
};
static const unsigned char file_92[] = {
#embed "../../Templates/sequences/creators/1-brand-story.ar.md"
};
static const unsigned char file_93[] = {
#embed "../../Templates/sequences/creators/1-brand-story.de.md"
};
static const unsigned char file_94[] = {
#embed "../../Templates/sequences/creators/1-brand-story.es.md"
};
static const unsigned char file_95[] = {
#embed "../../Templates/sequences/creators/1-brand-story.fr.md"
};
static const unsigned char file_96[] = {
#embed "../../Templates/sequences/creators/1-brand-story.ja.md"
};
static const unsigned char file_97[] = {
#embed "../../Templates/sequences/creators/1-brand-story.ko.md"
};
static const unsigned char file_98[] = {
#embed "../../Templates/sequences/creators/1-brand-story.md"
};
static const unsigned char file_99[] = {
#embed "../../Templates/sequences/creators/1-brand-story.pt-BR.md"
};
static const unsigned char file_100[] = {
#embed "../../Templates/sequences/creators/1-brand-story.zh-Hans.md"
};
static const unsigned char file_101[] = {
#embed "../../Templates/sequences/creators/1-brand-story.zh-Hant.md"
};
static const unsigned char file_102[] = {
#embed "../../Templates/sequences/creators/2-partner-benefit.ar.md"
};
static const unsigned char file_103[] = {
#embed "../../Templates/sequences/creators/2-partner-benefit.de.md"
};
static const unsigned char file_104[] = {
#embed "../../Templates/sequences/creators/2-partner-benefit.es.md"
};
static const unsigned char file_105[] = {
#embed "../../Templates/sequences/creators/2-partner-benefit.fr.md"
};
static const unsigned char file_106[] = {
#embed "../../Templates/sequences/creators/2-partner-benefit.ja.md"
};
static const unsigned char file_107[] = {
#embed "../../Templates/sequences/creators/2-partner-benefit.ko.md"
};
static const unsigned char file_108[] = {
#embed "../../Templates/sequences/creators/2-partner-benefit.md"
};
static const unsigned char file_109[] = {
#embed "../../Templates/sequences/creators/2-partner-benefit.pt-BR.md"
};
static const unsigned char file_110[] = {
#embed "../../Templates/sequences/creators/2-partner-benefit.zh-Hans.md"
};
static const unsigned char file_111[] = {
#embed "../../Templates/sequences/creators/2-partner-benefit.zh-Hant.md"
};
static const unsigned char file_112[] = {
#embed "../../Templates/sequences/creators/3-social-proof.ar.md"
};
static const unsigned char file_113[] = {
#embed "../../Templates/sequences/creators/3-social-proof.de.md"
};
static const unsigned char file_114[] = {
#embed "../../Templates/sequences/creators/3-social-proof.es.md"
};
static const unsigned char file_115[] = {
#embed "../../Templates/sequences/creators/3-social-proof.fr.md"
};
static const unsigned char file_116[] = {
#embed "../../Templates/sequences/creators/3-social-proof.ja.md"
};
static const unsigned char file_117[] = {
#embed "../../Templates/sequences/creators/3-social-proof.ko.md"
};
static const unsigned char file_118[] = {
#embed "../../Templates/sequences/creators/3-social-proof.md"
};
static const unsigned char file_119[] = {
#embed "../../Templates/sequences/creators/3-social-proof.pt-BR.md"
};
static const unsigned char file_120[] = {
#embed "../../Templates/sequences/creators/3-social-proof.zh-Hans.md"
};
static const unsigned char file_121[] = {
#embed "../../Templates/sequences/creators/3-social-proof.zh-Hant.md"
};
static const unsigned char file_122[] = {
#embed "../../Templates/sequences/creators/4-parting.ar.md"
};
static const unsigned char file_123[] = {
#embed "../../Templates/sequences/creators/4-parting.de.md"
};
static const unsigned char file_124[] = {
#embed "../../Templates/sequences/creators/4-parting.es.md"
};
static const unsigned char file_125[] = {
#embed "../../Templates/sequences/creators/4-parting.fr.md"
};
static const unsigned char file_126[] = {
#embed "../../Templates/sequences/creators/4-parting.ja.md"
};
static const unsigned char file_127[] = {
#embed "../../Templates/sequences/creators/4-parting.ko.md"
};
static const unsigned char file_128[] = {
#embed "../../Templates/sequences/creators/4-parting.md"
};
static const unsigned char file_129[] = {
#embed "../../Templates/sequences/creators/4-parting.pt-BR.md"
};
static const unsigned char file_130[] = {
#embed "../../Templates/sequences/creators/4-parting.zh-Hans.md"
};
static const unsigned char file_131[] = {
#embed "../../Templates/sequences/creators/4-parting.zh-Hant.md"
};
static const unsigned char file_132[] = {
#embed "../../Templates/sequences/media/1-local-story.ar.md"
};
static const unsigned char file_133[] = {
#embed "../../Templates/sequences/media/1-local-story.de.md"
};
static const unsigned char file_134[] = {
#embed "../../Templates/sequences/media/1-local-story.es.md"
};
static const unsigned char file_135[] = {
#embed "../../Templates/sequences/media/1-local-story.fr.md"
};
static const unsigned char file_136[] = {
#embed "../../Templates/sequences/media/1-local-story.ja.md"
};
static const unsigned char file_137[] = {
#embed "../../Templates/sequences/media/1-local-story.ko.md"
};
static const unsigned char file_138[] = {
#embed "../../Templates/sequences/media/1-local-story.md"
};
static const unsigned char file_139[] = {
#embed "../../Templates/sequences/media/1-local-story.pt-BR.md"
};
static const unsigned char file_140[] = {
#embed "../../Templates/sequences/media/1-local-story.zh-Hans.md"
};
static const unsigned char file_141[] = {
#embed "../../Templates/sequences/media/1-local-story.zh-Hant.md"
};
static const unsigned char file_142[] = {
#embed "../../Templates/sequences/media/2-product.ar.md"
};
static const unsigned char file_143[] = {
#embed "../../Templates/sequences/media/2-product.de.md"
};
static const unsigned char file_144[] = {
#embed "../../Templates/sequences/media/2-product.es.md"
};
static const unsigned char file_145[] = {
#embed "../../Templates/sequences/media/2-product.fr.md"
};
static const unsigned char file_146[] = {
#embed "../../Templates/sequences/media/2-product.ja.md"
};
static const unsigned char file_147[] = {
#embed "../../Templates/sequences/media/2-product.ko.md"
};
static const unsigned char file_148[] = {
#embed "../../Templates/sequences/media/2-product.md"
};
static const unsigned char file_149[] = {
#embed "../../Templates/sequences/media/2-product.pt-BR.md"
};
static const unsigned char file_150[] = {
#embed "../../Templates/sequences/media/2-product.zh-Hans.md"
};
static const unsigned char file_151[] = {
#embed "../../Templates/sequences/media/2-product.zh-Hant.md"
};
static const unsigned char file_152[] = {
#embed "../../Templates/sequences/media/3-social-proof.ar.md"
};
static const unsigned char file_153[] = {
#embed "../../Templates/sequences/media/3-social-proof.de.md"
};
static const unsigned char file_154[] = {
#embed "../../Templates/sequences/media/3-social-proof.es.md"
};
static const unsigned char file_155[] = {
#embed "../../Templates/sequences/media/3-social-proof.fr.md"
};
static const unsigned char file_156[] = {
#embed "../../Templates/sequences/media/3-social-proof.ja.md"
};
static const unsigned char file_157[] = {
#embed "../../Templates/sequences/media/3-social-proof.ko.md"
};
static const unsigned char file_158[] = {
#embed "../../Templates/sequences/media/3-social-proof.md"
};
static const unsigned char file_159[] = {
#embed "../../Templates/sequences/media/3-social-proof.pt-BR.md"
};
static const unsigned char file_160[] = {
#embed "../../Templates/sequences/media/3-social-proof.zh-Hans.md"
};
static const unsigned char file_161[] = {
#embed "../../Templates/sequences/media/3-social-proof.zh-Hant.md"
};
static const unsigned char file_162[] = {
#embed "../../Templates/sequences/media/4-parting.ar.md"
};
static const unsigned char file_163[] = {
#embed "../../Templates/sequences/media/4-parting.de.md"
};
static const unsigned char file_164[] = {
#embed "../../Templates/sequences/media/4-parting.es.md"
};
static const unsigned char file_165[] = {
#embed "../../Templates/sequences/media/4-parting.fr.md"
};
static const unsigned char file_166[] = {
#embed "../../Templates/sequences/media/4-parting.ja.md"
};
static const unsigned char file_167[] = {
#embed "../../Templates/sequences/media/4-parting.ko.md"
};
static const unsigned char file_168[] = {
#embed "../../Templates/sequences/media/4-parting.md"
};
static const unsigned char file_169[] = {
#embed "../../Templates/sequences/media/4-parting.pt-BR.md"
};
static const unsigned char file_170[] = {
#embed "../../Templates/sequences/media/4-parting.zh-Hans.md"
};
static const unsigned char file_171[] = {
#embed "../../Templates/sequences/media/4-parting.zh-Hant.md"
};
static const unsigned char file_172[] = {
#embed "../../Templates/tone/de/benefit.json5"
};
static const unsigned char file_173[] = {
#embed "../../Templates/tone/de/blame.json5"
};
static const unsigned char file_174[] = {
#embed "../../Templates/tone/de/command.json5"
};
static const unsigned char file_175[] = {
#embed "../../Templates/tone/de/condescend.json5"
};
static const unsigned char file_176[] = {
#embed "../../Templates/tone/de/cta.json5"
};
static const unsigned char file_177[] = {
#embed "../../Templates/tone/de/gender.json5"
};
static const unsigned char file_178[] = {
#embed "../../Templates/tone/de/guilt.json5"
};
static const unsigned char file_179[] = {
#embed "../../Templates/tone/de/hype.json5"
};
static const unsigned char file_180[] = {
#embed "../../Templates/tone/de/price.json5"
};
static const unsigned char file_181[] = {
#embed "../../Templates/tone/de/push.json5"
};
static const unsigned char file_182[] = {
#embed "../../Templates/tone/de/region.json5"
};
static const unsigned char file_183[] = {
#embed "../../Templates/tone/de/spam.json5"
};
static const unsigned char file_184[] = {
#embed "../../Templates/tone/de/urgency.json5"
};
static const unsigned char file_185[] = {
#embed "../../Templates/tone/de/vague.json5"
};
static const unsigned char file_186[] = {
#embed "../../Templates/tone/en/benefit.json5"
};
static const unsigned char file_187[] = {
#embed "../../Templates/tone/en/blame.json5"
};
static const unsigned char file_188[] = {
#embed "../../Templates/tone/en/command.json5"
};
static const unsigned char file_189[] = {
#embed "../../Templates/tone/en/condescend.json5"
};
static const unsigned char file_190[] = {
#embed "../../Templates/tone/en/cta.json5"
};
static const unsigned char file_191[] = {
#embed "../../Templates/tone/en/esl.json5"
};
static const unsigned char file_192[] = {
#embed "../../Templates/tone/en/gender.json5"
};
static const unsigned char file_193[] = {
#embed "../../Templates/tone/en/guilt.json5"
};
static const unsigned char file_194[] = {
#embed "../../Templates/tone/en/hype.json5"
};
static const unsigned char file_195[] = {
#embed "../../Templates/tone/en/price.json5"
};
static const unsigned char file_196[] = {
#embed "../../Templates/tone/en/push.json5"
};
static const unsigned char file_197[] = {
#embed "../../Templates/tone/en/region.json5"
};
static const unsigned char file_198[] = {
#embed "../../Templates/tone/en/spam.json5"
};
static const unsigned char file_199[] = {
#embed "../../Templates/tone/en/urgency.json5"
};
static const unsigned char file_200[] = {
#embed "../../Templates/tone/en/vague.json5"
};
static const unsigned char file_201[] = {
#embed "../../Templates/tone/es/benefit.json5"
};
static const unsigned char file_202[] = {
#embed "../../Templates/tone/es/blame.json5"
};
static const unsigned char file_203[] = {
#embed "../../Templates/tone/es/command.json5"
};
static const unsigned char file_204[] = {
#embed "../../Templates/tone/es/condescend.json5"
};
static const unsigned char file_205[] = {
#embed "../../Templates/tone/es/cta.json5"
};
static const unsigned char file_206[] = {
#embed "../../Templates/tone/es/gender.json5"
};
static const unsigned char file_207[] = {
#embed "../../Templates/tone/es/guilt.json5"
};
static const unsigned char file_208[] = {
#embed "../../Templates/tone/es/hype.json5"
};
static const unsigned char file_209[] = {
#embed "../../Templates/tone/es/price.json5"
};
static const unsigned char file_210[] = {
#embed "../../Templates/tone/es/push.json5"
};
static const unsigned char file_211[] = {
#embed "../../Templates/tone/es/region.json5"
};
static const unsigned char file_212[] = {
#embed "../../Templates/tone/es/spam.json5"
};
static const unsigned char file_213[] = {
#embed "../../Templates/tone/es/urgency.json5"
};
static const unsigned char file_214[] = {
#embed "../../Templates/tone/es/vague.json5"
};
static const unsigned char file_215[] = {
#embed "../../Templates/tone/fr/benefit.json5"
};
static const unsigned char file_216[] = {
#embed "../../Templates/tone/fr/blame.json5"
};
static const unsigned char file_217[] = {
#embed "../../Templates/tone/fr/command.json5"
};
static const unsigned char file_218[] = {
#embed "../../Templates/tone/fr/condescend.json5"
};
static const unsigned char file_219[] = {
#embed "../../Templates/tone/fr/cta.json5"
};
static const unsigned char file_220[] = {
#embed "../../Templates/tone/fr/gender.json5"
};
static const unsigned char file_221[] = {
#embed "../../Templates/tone/fr/guilt.json5"
};
static const unsigned char file_222[] = {
#embed "../../Templates/tone/fr/hype.json5"
};
static const unsigned char file_223[] = {
#embed "../../Templates/tone/fr/price.json5"
};
static const unsigned char file_224[] = {
#embed "../../Templates/tone/fr/push.json5"
};
static const unsigned char file_225[] = {
#embed "../../Templates/tone/fr/region.json5"
};
static const unsigned char file_226[] = {
#embed "../../Templates/tone/fr/spam.json5"
};
static const unsigned char file_227[] = {
#embed "../../Templates/tone/fr/urgency.json5"
};
static const unsigned char file_228[] = {
#embed "../../Templates/tone/fr/vague.json5"
};
static const unsigned char file_229[] = {
#embed "../../Templates/tone/ja/benefit.json5"
};
static const unsigned char file_230[] = {
#embed "../../Templates/tone/ja/blame.json5"
};
static const unsigned char file_231[] = {
#embed "../../Templates/tone/ja/command.json5"
};
static const unsigned char file_232[] = {
#embed "../../Templates/tone/ja/condescend.json5"
};
static const unsigned char file_233[] = {
#embed "../../Templates/tone/ja/cta.json5"
};
static const unsigned char file_234[] = {
#embed "../../Templates/tone/ja/gender.json5"
};
static const unsigned char file_235[] = {
#embed "../../Templates/tone/ja/guilt.json5"
};
static const unsigned char file_236[] = {
#embed "../../Templates/tone/ja/hype.json5"
};
static const unsigned char file_237[] = {
#embed "../../Templates/tone/ja/price.json5"
};
static const unsigned char file_238[] = {
#embed "../../Templates/tone/ja/push.json5"
};
static const unsigned char file_239[] = {
#embed "../../Templates/tone/ja/region.json5"
};
static const unsigned char file_240[] = {
#embed "../../Templates/tone/ja/spam.json5"
};
static const unsigned char file_241[] = {
#embed "../../Templates/tone/ja/urgency.json5"
};
static const unsigned char file_242[] = {
#embed "../../Templates/tone/ja/vague.json5"
};
static const unsigned char file_243[] = {
#embed "../../Templates/tone/pt/benefit.json5"
};
static const unsigned char file_244[] = {
#embed "../../Templates/tone/pt/blame.json5"
};
static const unsigned char file_245[] = {
#embed "../../Templates/tone/pt/command.json5"
};
static const unsigned char file_246[] = {
#embed "../../Templates/tone/pt/condescend.json5"
};
static const unsigned char file_247[] = {
#embed "../../Templates/tone/pt/cta.json5"
};
static const unsigned char file_248[] = {
#embed "../../Templates/tone/pt/gender.json5"
};
static const unsigned char file_249[] = {
#embed "../../Templates/tone/pt/guilt.json5"
};
static const unsigned char file_250[] = {
#embed "../../Templates/tone/pt/hype.json5"
};
static const unsigned char file_251[] = {
#embed "../../Templates/tone/pt/price.json5"
};
static const unsigned char file_252[] = {
#embed "../../Templates/tone/pt/push.json5"
};
static const unsigned char file_253[] = {
#embed "../../Templates/tone/pt/region.json5"
};
static const unsigned char file_254[] = {
#embed "../../Templates/tone/pt/spam.json5"
};
static const unsigned char file_255[] = {
#embed "../../Templates/tone/pt/urgency.json5"
};
static const unsigned char file_256[] = {
#embed "../../Templates/tone/pt/vague.json5"
};
static const unsigned char file_257[] = {
#embed "../../Templates/tone/zh/benefit.json5"
};
static const unsigned char file_258[] = {
#embed "../../Templates/tone/zh/blame.json5"
};
static const unsigned char file_259[] = {
#embed "../../Templates/tone/zh/command.json5"
};
static const unsigned char file_260[] = {
#embed "../../Templates/tone/zh/condescend.json5"
};
static const unsigned char file_261[] = {
#embed "../../Templates/tone/zh/cta.json5"
};
static const unsigned char file_262[] = {
#embed "../../Templates/tone/zh/gender.json5"
};
static const unsigned char file_263[] = {
#embed "../../Templates/tone/zh/guilt.json5"
};
static const unsigned char file_264[] = {
#embed "../../Templates/tone/zh/hype.json5"
};
static const unsigned char file_265[] = {
#embed "../../Templates/tone/zh/price.json5"
};
static const unsigned char file_266[] = {
#embed "../../Templates/tone/zh/push.json5"
};
static const unsigned char file_267[] = {
#embed "../../Templates/tone/zh/region.json5"
};
static const unsigned char file_268[] = {
#embed "../../Templates/tone/zh/spam.json5"
};
static const unsigned char file_269[] = {
#embed "../../Templates/tone/zh/urgency.json5"
};
static const unsigned char file_270[] = {
#embed "../../Templates/tone/zh/vague.json5"
};
static const unsigned char file_271[] = {
#embed "../../Templates/workspace/brand/answers.json5"
};
static const unsigned char file_272[] = {
#embed "../../Templates/workspace/brand/brand-kit.pdf"
};
static const unsigned char file_273[] = {
#embed "../../Templates/workspace/campaigns/press.json5"
};
static const unsigned char file_274[] = {
#embed "../../Templates/workspace/campaigns/spring.json5"
};
static const unsigned char file_275[] = {
#embed "../../Templates/workspace/gitignore"
};
static const unsigned char file_276[] = {
#embed "../../Templates/workspace/liaison.json5"
};
static const unsigned char file_277[] = {
#embed "../../Templates/workspace/prospects.csv"
};
static const unsigned char file_278[] = {
#embed "../../Templates/zones/cities.json5"
};
static const unsigned char file_279[] = {
#embed "../../Templates/zones/countries.json5"
};
static const unsigned char file_280[] = {
#embed "../../Templates/zones/domains.json5"
};
static const unsigned char file_281[] = {
#embed "../../Templates/zones/old-names.json5"
};
static const unsigned char file_282[] = {
#embed "../../Templates/zones/phones.json5"
};
static const unsigned char file_283[] = {
#embed "../../Templates/zones/regions.json5"
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
  {"holidays/ae.json5", file_31, sizeof file_31},
  {"holidays/ar.json5", file_32, sizeof file_32},
  {"holidays/at.json5", file_33, sizeof file_33},
  {"holidays/au.json5", file_34, sizeof file_34},
  {"holidays/be.json5", file_35, sizeof file_35},
  {"holidays/br.json5", file_36, sizeof file_36},
  {"holidays/ca.json5", file_37, sizeof file_37},
  {"holidays/ch.json5", file_38, sizeof file_38},
  {"holidays/cl.json5", file_39, sizeof file_39},
  {"holidays/cn.json5", file_40, sizeof file_40},
  {"holidays/co.json5", file_41, sizeof file_41},
  {"holidays/cz.json5", file_42, sizeof file_42},
  {"holidays/de.json5", file_43, sizeof file_43},
  {"holidays/dk.json5", file_44, sizeof file_44},
  {"holidays/eg.json5", file_45, sizeof file_45},
  {"holidays/es.json5", file_46, sizeof file_46},
  {"holidays/fi.json5", file_47, sizeof file_47},
  {"holidays/fr.json5", file_48, sizeof file_48},
  {"holidays/gb.json5", file_49, sizeof file_49},
  {"holidays/gr.json5", file_50, sizeof file_50},
  {"holidays/hk.json5", file_51, sizeof file_51},
  {"holidays/hu.json5", file_52, sizeof file_52},
  {"holidays/id.json5", file_53, sizeof file_53},
  {"holidays/ie.json5", file_54, sizeof file_54},
  {"holidays/il.json5", file_55, sizeof file_55},
  {"holidays/in.json5", file_56, sizeof file_56},
  {"holidays/it.json5", file_57, sizeof file_57},
  {"holidays/jp.json5", file_58, sizeof file_58},
  {"holidays/ke.json5", file_59, sizeof file_59},
  {"holidays/kr.json5", file_60, sizeof file_60},
  {"holidays/mx.json5", file_61, sizeof file_61},
  {"holidays/my.json5", file_62, sizeof file_62},
  {"holidays/ng.json5", file_63, sizeof file_63},
  {"holidays/nl.json5", file_64, sizeof file_64},
  {"holidays/no.json5", file_65, sizeof file_65},
  {"holidays/nz.json5", file_66, sizeof file_66},
  {"holidays/pe.json5", file_67, sizeof file_67},
  {"holidays/ph.json5", file_68, sizeof file_68},
  {"holidays/pl.json5", file_69, sizeof file_69},
  {"holidays/pt.json5", file_70, sizeof file_70},
  {"holidays/ro.json5", file_71, sizeof file_71},
  {"holidays/sa.json5", file_72, sizeof file_72},
  {"holidays/se.json5", file_73, sizeof file_73},
  {"holidays/sg.json5", file_74, sizeof file_74},
  {"holidays/th.json5", file_75, sizeof file_75},
  {"holidays/tr.json5", file_76, sizeof file_76},
  {"holidays/tw.json5", file_77, sizeof file_77},
  {"holidays/ua.json5", file_78, sizeof file_78},
  {"holidays/us.json5", file_79, sizeof file_79},
  {"holidays/vn.json5", file_80, sizeof file_80},
  {"holidays/za.json5", file_81, sizeof file_81},
  {"sequences/acceptance/overview.ar.md", file_82, sizeof file_82},
  {"sequences/acceptance/overview.de.md", file_83, sizeof file_83},
  {"sequences/acceptance/overview.es.md", file_84, sizeof file_84},
  {"sequences/acceptance/overview.fr.md", file_85, sizeof file_85},
  {"sequences/acceptance/overview.ja.md", file_86, sizeof file_86},
  {"sequences/acceptance/overview.ko.md", file_87, sizeof file_87},
  {"sequences/acceptance/overview.md", file_88, sizeof file_88},
  {"sequences/acceptance/overview.pt-BR.md", file_89, sizeof file_89},
  {"sequences/acceptance/overview.zh-Hans.md", file_90, sizeof file_90},
  {"sequences/acceptance/overview.zh-Hant.md", file_91, sizeof file_91},
  {"sequences/creators/1-brand-story.ar.md", file_92, sizeof file_92},
  {"sequences/creators/1-brand-story.de.md", file_93, sizeof file_93},
  {"sequences/creators/1-brand-story.es.md", file_94, sizeof file_94},
  {"sequences/creators/1-brand-story.fr.md", file_95, sizeof file_95},
  {"sequences/creators/1-brand-story.ja.md", file_96, sizeof file_96},
  {"sequences/creators/1-brand-story.ko.md", file_97, sizeof file_97},
  {"sequences/creators/1-brand-story.md", file_98, sizeof file_98},
  {"sequences/creators/1-brand-story.pt-BR.md", file_99, sizeof file_99},
  {"sequences/creators/1-brand-story.zh-Hans.md", file_100, sizeof file_100},
  {"sequences/creators/1-brand-story.zh-Hant.md", file_101, sizeof file_101},
  {"sequences/creators/2-partner-benefit.ar.md", file_102, sizeof file_102},
  {"sequences/creators/2-partner-benefit.de.md", file_103, sizeof file_103},
  {"sequences/creators/2-partner-benefit.es.md", file_104, sizeof file_104},
  {"sequences/creators/2-partner-benefit.fr.md", file_105, sizeof file_105},
  {"sequences/creators/2-partner-benefit.ja.md", file_106, sizeof file_106},
  {"sequences/creators/2-partner-benefit.ko.md", file_107, sizeof file_107},
  {"sequences/creators/2-partner-benefit.md", file_108, sizeof file_108},
  {"sequences/creators/2-partner-benefit.pt-BR.md", file_109, sizeof file_109},
  {"sequences/creators/2-partner-benefit.zh-Hans.md", file_110, sizeof file_110},
  {"sequences/creators/2-partner-benefit.zh-Hant.md", file_111, sizeof file_111},
  {"sequences/creators/3-social-proof.ar.md", file_112, sizeof file_112},
  {"sequences/creators/3-social-proof.de.md", file_113, sizeof file_113},
  {"sequences/creators/3-social-proof.es.md", file_114, sizeof file_114},
  {"sequences/creators/3-social-proof.fr.md", file_115, sizeof file_115},
  {"sequences/creators/3-social-proof.ja.md", file_116, sizeof file_116},
  {"sequences/creators/3-social-proof.ko.md", file_117, sizeof file_117},
  {"sequences/creators/3-social-proof.md", file_118, sizeof file_118},
  {"sequences/creators/3-social-proof.pt-BR.md", file_119, sizeof file_119},
  {"sequences/creators/3-social-proof.zh-Hans.md", file_120, sizeof file_120},
  {"sequences/creators/3-social-proof.zh-Hant.md", file_121, sizeof file_121},
  {"sequences/creators/4-parting.ar.md", file_122, sizeof file_122},
  {"sequences/creators/4-parting.de.md", file_123, sizeof file_123},
  {"sequences/creators/4-parting.es.md", file_124, sizeof file_124},
  {"sequences/creators/4-parting.fr.md", file_125, sizeof file_125},
  {"sequences/creators/4-parting.ja.md", file_126, sizeof file_126},
  {"sequences/creators/4-parting.ko.md", file_127, sizeof file_127},
  {"sequences/creators/4-parting.md", file_128, sizeof file_128},
  {"sequences/creators/4-parting.pt-BR.md", file_129, sizeof file_129},
  {"sequences/creators/4-parting.zh-Hans.md", file_130, sizeof file_130},
  {"sequences/creators/4-parting.zh-Hant.md", file_131, sizeof file_131},
  {"sequences/media/1-local-story.ar.md", file_132, sizeof file_132},
  {"sequences/media/1-local-story.de.md", file_133, sizeof file_133},
  {"sequences/media/1-local-story.es.md", file_134, sizeof file_134},
  {"sequences/media/1-local-story.fr.md", file_135, sizeof file_135},
  {"sequences/media/1-local-story.ja.md", file_136, sizeof file_136},
  {"sequences/media/1-local-story.ko.md", file_137, sizeof file_137},
  {"sequences/media/1-local-story.md", file_138, sizeof file_138},
  {"sequences/media/1-local-story.pt-BR.md", file_139, sizeof file_139},
  {"sequences/media/1-local-story.zh-Hans.md", file_140, sizeof file_140},
  {"sequences/media/1-local-story.zh-Hant.md", file_141, sizeof file_141},
  {"sequences/media/2-product.ar.md", file_142, sizeof file_142},
  {"sequences/media/2-product.de.md", file_143, sizeof file_143},
  {"sequences/media/2-product.es.md", file_144, sizeof file_144},
  {"sequences/media/2-product.fr.md", file_145, sizeof file_145},
  {"sequences/media/2-product.ja.md", file_146, sizeof file_146},
  {"sequences/media/2-product.ko.md", file_147, sizeof file_147},
  {"sequences/media/2-product.md", file_148, sizeof file_148},
  {"sequences/media/2-product.pt-BR.md", file_149, sizeof file_149},
  {"sequences/media/2-product.zh-Hans.md", file_150, sizeof file_150},
  {"sequences/media/2-product.zh-Hant.md", file_151, sizeof file_151},
  {"sequences/media/3-social-proof.ar.md", file_152, sizeof file_152},
  {"sequences/media/3-social-proof.de.md", file_153, sizeof file_153},
  {"sequences/media/3-social-proof.es.md", file_154, sizeof file_154},
  {"sequences/media/3-social-proof.fr.md", file_155, sizeof file_155},
  {"sequences/media/3-social-proof.ja.md", file_156, sizeof file_156},
  {"sequences/media/3-social-proof.ko.md", file_157, sizeof file_157},
  {"sequences/media/3-social-proof.md", file_158, sizeof file_158},
  {"sequences/media/3-social-proof.pt-BR.md", file_159, sizeof file_159},
  {"sequences/media/3-social-proof.zh-Hans.md", file_160, sizeof file_160},
  {"sequences/media/3-social-proof.zh-Hant.md", file_161, sizeof file_161},
  {"sequences/media/4-parting.ar.md", file_162, sizeof file_162},
  {"sequences/media/4-parting.de.md", file_163, sizeof file_163},
  {"sequences/media/4-parting.es.md", file_164, sizeof file_164},
  {"sequences/media/4-parting.fr.md", file_165, sizeof file_165},
  {"sequences/media/4-parting.ja.md", file_166, sizeof file_166},
  {"sequences/media/4-parting.ko.md", file_167, sizeof file_167},
  {"sequences/media/4-parting.md", file_168, sizeof file_168},
  {"sequences/media/4-parting.pt-BR.md", file_169, sizeof file_169},
  {"sequences/media/4-parting.zh-Hans.md", file_170, sizeof file_170},
  {"sequences/media/4-parting.zh-Hant.md", file_171, sizeof file_171},
  {"tone/de/benefit.json5", file_172, sizeof file_172},
  {"tone/de/blame.json5", file_173, sizeof file_173},
  {"tone/de/command.json5", file_174, sizeof file_174},
  {"tone/de/condescend.json5", file_175, sizeof file_175},
  {"tone/de/cta.json5", file_176, sizeof file_176},
  {"tone/de/gender.json5", file_177, sizeof file_177},
  {"tone/de/guilt.json5", file_178, sizeof file_178},
  {"tone/de/hype.json5", file_179, sizeof file_179},
  {"tone/de/price.json5", file_180, sizeof file_180},
  {"tone/de/push.json5", file_181, sizeof file_181},
  {"tone/de/region.json5", file_182, sizeof file_182},
  {"tone/de/spam.json5", file_183, sizeof file_183},
  {"tone/de/urgency.json5", file_184, sizeof file_184},
  {"tone/de/vague.json5", file_185, sizeof file_185},
  {"tone/en/benefit.json5", file_186, sizeof file_186},
  {"tone/en/blame.json5", file_187, sizeof file_187},
  {"tone/en/command.json5", file_188, sizeof file_188},
  {"tone/en/condescend.json5", file_189, sizeof file_189},
  {"tone/en/cta.json5", file_190, sizeof file_190},
  {"tone/en/esl.json5", file_191, sizeof file_191},
  {"tone/en/gender.json5", file_192, sizeof file_192},
  {"tone/en/guilt.json5", file_193, sizeof file_193},
  {"tone/en/hype.json5", file_194, sizeof file_194},
  {"tone/en/price.json5", file_195, sizeof file_195},
  {"tone/en/push.json5", file_196, sizeof file_196},
  {"tone/en/region.json5", file_197, sizeof file_197},
  {"tone/en/spam.json5", file_198, sizeof file_198},
  {"tone/en/urgency.json5", file_199, sizeof file_199},
  {"tone/en/vague.json5", file_200, sizeof file_200},
  {"tone/es/benefit.json5", file_201, sizeof file_201},
  {"tone/es/blame.json5", file_202, sizeof file_202},
  {"tone/es/command.json5", file_203, sizeof file_203},
  {"tone/es/condescend.json5", file_204, sizeof file_204},
  {"tone/es/cta.json5", file_205, sizeof file_205},
  {"tone/es/gender.json5", file_206, sizeof file_206},
  {"tone/es/guilt.json5", file_207, sizeof file_207},
  {"tone/es/hype.json5", file_208, sizeof file_208},
  {"tone/es/price.json5", file_209, sizeof file_209},
  {"tone/es/push.json5", file_210, sizeof file_210},
  {"tone/es/region.json5", file_211, sizeof file_211},
  {"tone/es/spam.json5", file_212, sizeof file_212},
  {"tone/es/urgency.json5", file_213, sizeof file_213},
  {"tone/es/vague.json5", file_214, sizeof file_214},
  {"tone/fr/benefit.json5", file_215, sizeof file_215},
  {"tone/fr/blame.json5", file_216, sizeof file_216},
  {"tone/fr/command.json5", file_217, sizeof file_217},
  {"tone/fr/condescend.json5", file_218, sizeof file_218},
  {"tone/fr/cta.json5", file_219, sizeof file_219},
  {"tone/fr/gender.json5", file_220, sizeof file_220},
  {"tone/fr/guilt.json5", file_221, sizeof file_221},
  {"tone/fr/hype.json5", file_222, sizeof file_222},
  {"tone/fr/price.json5", file_223, sizeof file_223},
  {"tone/fr/push.json5", file_224, sizeof file_224},
  {"tone/fr/region.json5", file_225, sizeof file_225},
  {"tone/fr/spam.json5", file_226, sizeof file_226},
  {"tone/fr/urgency.json5", file_227, sizeof file_227},
  {"tone/fr/vague.json5", file_228, sizeof file_228},
  {"tone/ja/benefit.json5", file_229, sizeof file_229},
  {"tone/ja/blame.json5", file_230, sizeof file_230},
  {"tone/ja/command.json5", file_231, sizeof file_231},
  {"tone/ja/condescend.json5", file_232, sizeof file_232},
  {"tone/ja/cta.json5", file_233, sizeof file_233},
  {"tone/ja/gender.json5", file_234, sizeof file_234},
  {"tone/ja/guilt.json5", file_235, sizeof file_235},
  {"tone/ja/hype.json5", file_236, sizeof file_236},
  {"tone/ja/price.json5", file_237, sizeof file_237},
  {"tone/ja/push.json5", file_238, sizeof file_238},
  {"tone/ja/region.json5", file_239, sizeof file_239},
  {"tone/ja/spam.json5", file_240, sizeof file_240},
  {"tone/ja/urgency.json5", file_241, sizeof file_241},
  {"tone/ja/vague.json5", file_242, sizeof file_242},
  {"tone/pt/benefit.json5", file_243, sizeof file_243},
  {"tone/pt/blame.json5", file_244, sizeof file_244},
  {"tone/pt/command.json5", file_245, sizeof file_245},
  {"tone/pt/condescend.json5", file_246, sizeof file_246},
  {"tone/pt/cta.json5", file_247, sizeof file_247},
  {"tone/pt/gender.json5", file_248, sizeof file_248},
  {"tone/pt/guilt.json5", file_249, sizeof file_249},
  {"tone/pt/hype.json5", file_250, sizeof file_250},
  {"tone/pt/price.json5", file_251, sizeof file_251},
  {"tone/pt/push.json5", file_252, sizeof file_252},
  {"tone/pt/region.json5", file_253, sizeof file_253},
  {"tone/pt/spam.json5", file_254, sizeof file_254},
  {"tone/pt/urgency.json5", file_255, sizeof file_255},
  {"tone/pt/vague.json5", file_256, sizeof file_256},
  {"tone/zh/benefit.json5", file_257, sizeof file_257},
  {"tone/zh/blame.json5", file_258, sizeof file_258},
  {"tone/zh/command.json5", file_259, sizeof file_259},
  {"tone/zh/condescend.json5", file_260, sizeof file_260},
  {"tone/zh/cta.json5", file_261, sizeof file_261},
  {"tone/zh/gender.json5", file_262, sizeof file_262},
  {"tone/zh/guilt.json5", file_263, sizeof file_263},
  {"tone/zh/hype.json5", file_264, sizeof file_264},
  {"tone/zh/price.json5", file_265, sizeof file_265},
  {"tone/zh/push.json5", file_266, sizeof file_266},
  {"tone/zh/region.json5", file_267, sizeof file_267},
  {"tone/zh/spam.json5", file_268, sizeof file_268},
  {"tone/zh/urgency.json5", file_269, sizeof file_269},
  {"tone/zh/vague.json5", file_270, sizeof file_270},
  {"workspace/brand/answers.json5", file_271, sizeof file_271},
  {"workspace/brand/brand-kit.pdf", file_272, sizeof file_272},
  {"workspace/campaigns/press.json5", file_273, sizeof file_273},
  {"workspace/campaigns/spring.json5", file_274, sizeof file_274},
  {"workspace/gitignore", file_275, sizeof file_275},
  {"workspace/liaison.json5", file_276, sizeof file_276},
  {"workspace/prospects.csv", file_277, sizeof file_277},
  {"zones/cities.json5", file_278, sizeof file_278},
  {"zones/countries.json5", file_279, sizeof file_279},
  {"zones/domains.json5", file_280, sizeof file_280},
  {"zones/old-names.json5", file_281, sizeof file_281},
  {"zones/phones.json5", file_282, sizeof file_282},
  {"zones/regions.json5", file_283, sizeof file_283},
};

const struct ctemplates_file *ctemplates_files(void) { return files; }
const size_t ctemplates_count = 284;
