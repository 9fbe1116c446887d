__kernel void squaredErrors(__global long *_kernel_context, __constant uchar *_constant_region, __local uchar *_local_region, __global int *_atomics, __global uchar *factors, __global uchar *biases, __global uchar *others, __global uchar *otherBiases, __global uchar *index, __global uchar *rating, __global uchar *segments, __global uchar *partial, __global uchar *sizes, __global uchar *numbers, __private int k)
{
  bool b_16, b_305, b_311, b_312;
  float f_34, f_38, f_45, f_47, f_50, f_54, f_60, f_65, f_66, f_71, f_72, f_77, f_78, f_83, f_84, f_89, f_90, f_95, f_96, f_101, f_102, f_107, f_108, f_113, f_114, f_119, f_120, f_125, f_126, f_131, f_132, f_137, f_138, f_143, f_144, f_149, f_150, f_155, f_156, f_161, f_162, f_167, f_168, f_173, f_174, f_179, f_180, f_185, f_186, f_191, f_192, f_197, f_198, f_203, f_204, f_209, f_210, f_215, f_216, f_221, f_222, f_227, f_228, f_233, f_234, f_239, f_240, f_245, f_246, f_251, f_255, f_256, f_257, f_258, f_259, f_260, f_261, f_262, f_263, f_264, f_265, f_266, f_267, f_268, f_269, f_270, f_271, f_272, f_273, f_274, f_275, f_276, f_277, f_278, f_279, f_280, f_281, f_282, f_283, f_284, f_285, f_286, f_287, f_288, f_289, f_290, f_292, f_293, f_294, f_296, f_297, f_299, f_300, f_301, f_306, f_308, f_309, f_313;
  int i_13, i_14, i_15, i_17, i_18, i_22, i_23, i_27, i_28, i_32, i_39, i_40, i_41, i_46, i_48, i_49, i_51, i_55, i_59, i_61, i_67, i_73, i_79, i_85, i_91, i_97, i_103, i_109, i_115, i_121, i_127, i_133, i_139, i_145, i_151, i_157, i_163, i_169, i_175, i_181, i_187, i_193, i_199, i_205, i_211, i_217, i_223, i_229, i_235, i_241, i_247, i_291, i_295, i_302, i_303, i_304, i_307, i_310;
  long l_19, l_20, l_24, l_25, l_29, l_30, l_35, l_36, l_42, l_43, l_56, l_57, l_62, l_63, l_68, l_69, l_74, l_75, l_80, l_81, l_86, l_87, l_92, l_93, l_98, l_99, l_104, l_105, l_110, l_111, l_116, l_117, l_122, l_123, l_128, l_129, l_134, l_135, l_140, l_141, l_146, l_147, l_152, l_153, l_158, l_159, l_164, l_165, l_170, l_171, l_176, l_177, l_182, l_183, l_188, l_189, l_194, l_195, l_200, l_201, l_206, l_207, l_212, l_213, l_218, l_219, l_224, l_225, l_230, l_231, l_236, l_237, l_242, l_243, l_248, l_249, l_252, l_253, l_314, l_315;
  ulong ul_0, ul_1, ul_2, ul_3, ul_4, ul_5, ul_6, ul_7, ul_8, ul_9, ul_12, ul_21, ul_26, ul_31, ul_33, ul_37, ul_44, ul_52, ul_53, ul_58, ul_64, ul_70, ul_76, ul_82, ul_88, ul_94, ul_100, ul_106, ul_112, ul_118, ul_124, ul_130, ul_136, ul_142, ul_148, ul_154, ul_160, ul_166, ul_172, ul_178, ul_184, ul_190, ul_196, ul_202, ul_208, ul_214, ul_220, ul_226, ul_232, ul_238, ul_244, ul_250, ul_254, ul_298, ul_316;

  // BLOCK 0
  ul_0  =  (ulong) factors;
  ul_1  =  (ulong) biases;
  ul_2  =  (ulong) others;
  ul_3  =  (ulong) otherBiases;
  ul_4  =  (ulong) index;
  ul_5  =  (ulong) rating;
  ul_6  =  (ulong) segments;
  ul_7  =  (ulong) partial;
  ul_8  =  (ulong) sizes;
  ul_9  =  (ulong) numbers;
  __local float adf_10[32];
  __local float adf_11[64];
  ul_12  =  ul_8 + 0L;
  i_13  =  *((__global int *) ul_12);
  i_14  =  get_group_id(0);
  i_15  =  get_local_id(0);
  b_16  =  i_14 < i_13;
  if(b_16)
  {
    // BLOCK 1
    i_17  =  i_14 << 1;
    i_18  =  i_17 + i_14;
    l_19  =  (long) i_18;
    l_20  =  l_19 << 2;
    ul_21  =  ul_6 + l_20;
    i_22  =  *((__global int *) ul_21);
    i_23  =  i_18 + 1;
    l_24  =  (long) i_23;
    l_25  =  l_24 << 2;
    ul_26  =  ul_6 + l_25;
    i_27  =  *((__global int *) ul_26);
    i_28  =  i_18 + 2;
    l_29  =  (long) i_28;
    l_30  =  l_29 << 2;
    ul_31  =  ul_6 + l_30;
    i_32  =  *((__global int *) ul_31);
    ul_33  =  ul_9 + 0L;
    f_34  =  *((__global float *) ul_33);
    l_35  =  (long) i_22;
    l_36  =  l_35 << 2;
    ul_37  =  ul_1 + l_36;
    f_38  =  *((__global float *) ul_37);
    i_39  =  i_22 << 5;
    // BLOCK 2 MERGES [1 3 ]
    i_40  =  i_15;
    for(;i_40 < 32;)
    {
      // BLOCK 3
      i_41  =  i_39 + i_40;
      l_42  =  (long) i_41;
      l_43  =  l_42 << 2;
      ul_44  =  ul_0 + l_43;
      f_45  =  *((__global float *) ul_44);
      adf_10[i_40]  =  f_45;
      i_46  =  i_40 + 64;
      i_40  =  i_46;
    }  // B2
    // BLOCK 4
    f_47  =  f_34 + f_38;
    i_48  =  i_27;
    i_49  =  i_32;
    f_50  =  f_47;
  }  // B0
  else
  {
    // BLOCK 5
    i_48  =  0;
    i_49  =  0;
    f_50  =  0.0F;
  }  // B0
  // BLOCK 6 MERGES [5 4 ]
  barrier(CLK_LOCAL_MEM_FENCE);
  i_51  =  i_48 + i_15;
  ul_52  =  ul_9 + 8L;
  ul_53  =  ul_9 + 4L;
  // BLOCK 7 MERGES [6 14 ]
  f_54  =  0.0F;
  i_55  =  i_51;
  for(;i_55 < i_49;)
  {
    // BLOCK 8
    l_56  =  (long) i_55;
    l_57  =  l_56 << 2;
    ul_58  =  ul_4 + l_57;
    i_59  =  *((__global int *) ul_58);
    f_60  =  adf_10[0];
    i_61  =  i_59 << 5;
    l_62  =  (long) i_61;
    l_63  =  l_62 << 2;
    ul_64  =  ul_2 + l_63;
    f_65  =  *((__global float *) ul_64);
    f_66  =  adf_10[1];
    i_67  =  i_61 + 1;
    l_68  =  (long) i_67;
    l_69  =  l_68 << 2;
    ul_70  =  ul_2 + l_69;
    f_71  =  *((__global float *) ul_70);
    f_72  =  adf_10[2];
    i_73  =  i_61 + 2;
    l_74  =  (long) i_73;
    l_75  =  l_74 << 2;
    ul_76  =  ul_2 + l_75;
    f_77  =  *((__global float *) ul_76);
    f_78  =  adf_10[3];
    i_79  =  i_61 + 3;
    l_80  =  (long) i_79;
    l_81  =  l_80 << 2;
    ul_82  =  ul_2 + l_81;
    f_83  =  *((__global float *) ul_82);
    f_84  =  adf_10[4];
    i_85  =  i_61 + 4;
    l_86  =  (long) i_85;
    l_87  =  l_86 << 2;
    ul_88  =  ul_2 + l_87;
    f_89  =  *((__global float *) ul_88);
    f_90  =  adf_10[5];
    i_91  =  i_61 + 5;
    l_92  =  (long) i_91;
    l_93  =  l_92 << 2;
    ul_94  =  ul_2 + l_93;
    f_95  =  *((__global float *) ul_94);
    f_96  =  adf_10[6];
    i_97  =  i_61 + 6;
    l_98  =  (long) i_97;
    l_99  =  l_98 << 2;
    ul_100  =  ul_2 + l_99;
    f_101  =  *((__global float *) ul_100);
    f_102  =  adf_10[7];
    i_103  =  i_61 + 7;
    l_104  =  (long) i_103;
    l_105  =  l_104 << 2;
    ul_106  =  ul_2 + l_105;
    f_107  =  *((__global float *) ul_106);
    f_108  =  adf_10[8];
    i_109  =  i_61 + 8;
    l_110  =  (long) i_109;
    l_111  =  l_110 << 2;
    ul_112  =  ul_2 + l_111;
    f_113  =  *((__global float *) ul_112);
    f_114  =  adf_10[9];
    i_115  =  i_61 + 9;
    l_116  =  (long) i_115;
    l_117  =  l_116 << 2;
    ul_118  =  ul_2 + l_117;
    f_119  =  *((__global float *) ul_118);
    f_120  =  adf_10[10];
    i_121  =  i_61 + 10;
    l_122  =  (long) i_121;
    l_123  =  l_122 << 2;
    ul_124  =  ul_2 + l_123;
    f_125  =  *((__global float *) ul_124);
    f_126  =  adf_10[11];
    i_127  =  i_61 + 11;
    l_128  =  (long) i_127;
    l_129  =  l_128 << 2;
    ul_130  =  ul_2 + l_129;
    f_131  =  *((__global float *) ul_130);
    f_132  =  adf_10[12];
    i_133  =  i_61 + 12;
    l_134  =  (long) i_133;
    l_135  =  l_134 << 2;
    ul_136  =  ul_2 + l_135;
    f_137  =  *((__global float *) ul_136);
    f_138  =  adf_10[13];
    i_139  =  i_61 + 13;
    l_140  =  (long) i_139;
    l_141  =  l_140 << 2;
    ul_142  =  ul_2 + l_141;
    f_143  =  *((__global float *) ul_142);
    f_144  =  adf_10[14];
    i_145  =  i_61 + 14;
    l_146  =  (long) i_145;
    l_147  =  l_146 << 2;
    ul_148  =  ul_2 + l_147;
    f_149  =  *((__global float *) ul_148);
    f_150  =  adf_10[15];
    i_151  =  i_61 + 15;
    l_152  =  (long) i_151;
    l_153  =  l_152 << 2;
    ul_154  =  ul_2 + l_153;
    f_155  =  *((__global float *) ul_154);
    f_156  =  adf_10[16];
    i_157  =  i_61 + 16;
    l_158  =  (long) i_157;
    l_159  =  l_158 << 2;
    ul_160  =  ul_2 + l_159;
    f_161  =  *((__global float *) ul_160);
    f_162  =  adf_10[17];
    i_163  =  i_61 + 17;
    l_164  =  (long) i_163;
    l_165  =  l_164 << 2;
    ul_166  =  ul_2 + l_165;
    f_167  =  *((__global float *) ul_166);
    f_168  =  adf_10[18];
    i_169  =  i_61 + 18;
    l_170  =  (long) i_169;
    l_171  =  l_170 << 2;
    ul_172  =  ul_2 + l_171;
    f_173  =  *((__global float *) ul_172);
    f_174  =  adf_10[19];
    i_175  =  i_61 + 19;
    l_176  =  (long) i_175;
    l_177  =  l_176 << 2;
    ul_178  =  ul_2 + l_177;
    f_179  =  *((__global float *) ul_178);
    f_180  =  adf_10[20];
    i_181  =  i_61 + 20;
    l_182  =  (long) i_181;
    l_183  =  l_182 << 2;
    ul_184  =  ul_2 + l_183;
    f_185  =  *((__global float *) ul_184);
    f_186  =  adf_10[21];
    i_187  =  i_61 + 21;
    l_188  =  (long) i_187;
    l_189  =  l_188 << 2;
    ul_190  =  ul_2 + l_189;
    f_191  =  *((__global float *) ul_190);
    f_192  =  adf_10[22];
    i_193  =  i_61 + 22;
    l_194  =  (long) i_193;
    l_195  =  l_194 << 2;
    ul_196  =  ul_2 + l_195;
    f_197  =  *((__global float *) ul_196);
    f_198  =  adf_10[23];
    i_199  =  i_61 + 23;
    l_200  =  (long) i_199;
    l_201  =  l_200 << 2;
    ul_202  =  ul_2 + l_201;
    f_203  =  *((__global float *) ul_202);
    f_204  =  adf_10[24];
    i_205  =  i_61 + 24;
    l_206  =  (long) i_205;
    l_207  =  l_206 << 2;
    ul_208  =  ul_2 + l_207;
    f_209  =  *((__global float *) ul_208);
    f_210  =  adf_10[25];
    i_211  =  i_61 + 25;
    l_212  =  (long) i_211;
    l_213  =  l_212 << 2;
    ul_214  =  ul_2 + l_213;
    f_215  =  *((__global float *) ul_214);
    f_216  =  adf_10[26];
    i_217  =  i_61 + 26;
    l_218  =  (long) i_217;
    l_219  =  l_218 << 2;
    ul_220  =  ul_2 + l_219;
    f_221  =  *((__global float *) ul_220);
    f_222  =  adf_10[27];
    i_223  =  i_61 + 27;
    l_224  =  (long) i_223;
    l_225  =  l_224 << 2;
    ul_226  =  ul_2 + l_225;
    f_227  =  *((__global float *) ul_226);
    f_228  =  adf_10[28];
    i_229  =  i_61 + 28;
    l_230  =  (long) i_229;
    l_231  =  l_230 << 2;
    ul_232  =  ul_2 + l_231;
    f_233  =  *((__global float *) ul_232);
    f_234  =  adf_10[29];
    i_235  =  i_61 + 29;
    l_236  =  (long) i_235;
    l_237  =  l_236 << 2;
    ul_238  =  ul_2 + l_237;
    f_239  =  *((__global float *) ul_238);
    f_240  =  adf_10[30];
    i_241  =  i_61 + 30;
    l_242  =  (long) i_241;
    l_243  =  l_242 << 2;
    ul_244  =  ul_2 + l_243;
    f_245  =  *((__global float *) ul_244);
    f_246  =  adf_10[31];
    i_247  =  i_61 + 31;
    l_248  =  (long) i_247;
    l_249  =  l_248 << 2;
    ul_250  =  ul_2 + l_249;
    f_251  =  *((__global float *) ul_250);
    l_252  =  (long) i_59;
    l_253  =  l_252 << 2;
    ul_254  =  ul_3 + l_253;
    f_255  =  *((__global float *) ul_254);
    f_256  =  *((__global float *) ul_53);
    f_257  =  f_50 + f_255;
    f_258  =  fma(f_60, f_65, 0.0F);
    f_259  =  fma(f_66, f_71, f_258);
    f_260  =  fma(f_72, f_77, f_259);
    f_261  =  fma(f_78, f_83, f_260);
    f_262  =  fma(f_84, f_89, f_261);
    f_263  =  fma(f_90, f_95, f_262);
    f_264  =  fma(f_96, f_101, f_263);
    f_265  =  fma(f_102, f_107, f_264);
    f_266  =  fma(f_108, f_113, f_265);
    f_267  =  fma(f_114, f_119, f_266);
    f_268  =  fma(f_120, f_125, f_267);
    f_269  =  fma(f_126, f_131, f_268);
    f_270  =  fma(f_132, f_137, f_269);
    f_271  =  fma(f_138, f_143, f_270);
    f_272  =  fma(f_144, f_149, f_271);
    f_273  =  fma(f_150, f_155, f_272);
    f_274  =  fma(f_156, f_161, f_273);
    f_275  =  fma(f_162, f_167, f_274);
    f_276  =  fma(f_168, f_173, f_275);
    f_277  =  fma(f_174, f_179, f_276);
    f_278  =  fma(f_180, f_185, f_277);
    f_279  =  fma(f_186, f_191, f_278);
    f_280  =  fma(f_192, f_197, f_279);
    f_281  =  fma(f_198, f_203, f_280);
    f_282  =  fma(f_204, f_209, f_281);
    f_283  =  fma(f_210, f_215, f_282);
    f_284  =  fma(f_216, f_221, f_283);
    f_285  =  fma(f_222, f_227, f_284);
    f_286  =  fma(f_228, f_233, f_285);
    f_287  =  fma(f_234, f_239, f_286);
    f_288  =  fma(f_240, f_245, f_287);
    f_289  =  fma(f_246, f_251, f_288);
    f_290  =  f_257 + f_289;
    i_291  =  isless(f_290, f_256);
    if(i_291 == 1)
    {
      // BLOCK 9
      f_292  =  *((__global float *) ul_53);
      f_293  =  f_292;
    }  // B8
    else
    {
      // BLOCK 10
      f_293  =  f_290;
    }  // B8
    // BLOCK 11 MERGES [10 9 ]
    f_294  =  *((__global float *) ul_52);
    i_295  =  isless(f_294, f_293);
    if(i_295 == 1)
    {
      // BLOCK 12
      f_296  =  *((__global float *) ul_52);
      f_297  =  f_296;
    }  // B11
    else
    {
      // BLOCK 13
      f_297  =  f_293;
    }  // B11
    // BLOCK 14 MERGES [13 12 ]
    ul_298  =  ul_5 + l_57;
    f_299  =  *((__global float *) ul_298);
    f_300  =  f_299 - f_297;
    f_301  =  fma(f_300, f_300, f_54);
    i_302  =  i_55 + 64;
    f_54  =  f_301;
    i_55  =  i_302;
  }  // B7
  // BLOCK 15
  adf_11[i_15]  =  f_54;
  // BLOCK 16 MERGES [15 20 ]
  i_303  =  32;
  for(;i_303 >= 1;)
  {
    // BLOCK 17
    barrier(CLK_LOCAL_MEM_FENCE);
    i_304  =  i_303 >> 1;
    b_305  =  i_15 < i_303;
    if(b_305)
    {
      // BLOCK 18
      f_306  =  adf_11[i_15];
      i_307  =  i_303 + i_15;
      f_308  =  adf_11[i_307];
      f_309  =  f_306 + f_308;
      adf_11[i_15]  =  f_309;
    }  // B17
    else
    {
      // BLOCK 19
    }  // B17
    // BLOCK 20 MERGES [19 18 ]
    i_310  =  i_304;
    i_303  =  i_310;
  }  // B16
  // BLOCK 21
  barrier(CLK_LOCAL_MEM_FENCE);
  b_311  =  i_14 < i_13;
  if(b_311)
  {
    // BLOCK 22
    b_312  =  i_15 == 0;
    if(b_312)
    {
      // BLOCK 23
      f_313  =  adf_11[0];
      l_314  =  (long) i_14;
      l_315  =  l_314 << 2;
      ul_316  =  ul_7 + l_315;
      *((__global float *) ul_316)  =  f_313;
      return;
    }  // B22
    else
    {
      // BLOCK 24
      return;
    }  // B22
  }  // B21
  else
  {
    // BLOCK 25
  }  // B21
  // BLOCK 26 MERGES [25 24 23 ]
  return;
}  //  kernel
