__kernel void selectTop(__global long *_kernel_context, __constant uchar *_constant_region, __local uchar *_local_region, __global int *_atomics, __global uchar *scores, __global uchar *excludedFrom, __global uchar *excluded, __global uchar *items, __global uchar *itemScores, __global uchar *sizes)
{
  bool b_17, b_39, b_45, b_63, b_71, b_74, b_80, b_84, b_87;
  float f_42, f_46, f_48, f_55, f_58, f_64, f_66, f_81, f_82;
  int i_9, i_11, i_13, i_14, i_15, i_16, i_18, i_22, i_26, i_27, i_28, i_32, i_33, i_37, i_38, i_40, i_41, i_43, i_44, i_47, i_49, i_50, i_51, i_56, i_57, i_59, i_60, i_61, i_62, i_65, i_67, i_68, i_69, i_70, i_72, i_73, i_75, i_76, i_85, i_86, i_88, i_92;
  long l_19, l_20, l_23, l_24, l_29, l_30, l_34, l_35, l_52, l_53, l_77, l_78, l_89, l_90;
  ulong ul_0, ul_1, ul_2, ul_3, ul_4, ul_5, ul_8, ul_10, ul_12, ul_21, ul_25, ul_31, ul_36, ul_54, ul_79, ul_83, ul_91;

  // BLOCK 0
  ul_0  =  (ulong) scores;
  ul_1  =  (ulong) excludedFrom;
  ul_2  =  (ulong) excluded;
  ul_3  =  (ulong) items;
  ul_4  =  (ulong) itemScores;
  ul_5  =  (ulong) sizes;
  __local float adf_6[256];
  __local int adi_7[256];
  ul_8  =  ul_5 + 4L;
  i_9  =  *((__global int *) ul_8);
  ul_10  =  ul_5 + 8L;
  i_11  =  *((__global int *) ul_10);
  ul_12  =  ul_5 + 0L;
  i_13  =  *((__global int *) ul_12);
  i_14  =  get_group_id(0);
  i_15  =  i_14 * i_9;
  i_16  =  get_local_id(0);
  b_17  =  i_14 < i_13;
  if(b_17)
  {
    // BLOCK 1
    i_18  =  i_14 + 1;
    l_19  =  (long) i_18;
    l_20  =  l_19 << 2;
    ul_21  =  ul_1 + l_20;
    i_22  =  *((__global int *) ul_21);
    l_23  =  (long) i_14;
    l_24  =  l_23 << 2;
    ul_25  =  ul_1 + l_24;
    i_26  =  *((__global int *) ul_25);
    i_27  =  i_16 + i_26;
    // BLOCK 2 MERGES [1 3 ]
    i_28  =  i_27;
    for(;i_28 < i_22;)
    {
      // BLOCK 3
      l_29  =  (long) i_28;
      l_30  =  l_29 << 2;
      ul_31  =  ul_2 + l_30;
      i_32  =  *((__global int *) ul_31);
      i_33  =  i_15 + i_32;
      l_34  =  (long) i_33;
      l_35  =  l_34 << 2;
      ul_36  =  ul_0 + l_35;
      *((__global float *) ul_36)  =  -3.4E38F;
      i_37  =  i_28 + 256;
      i_28  =  i_37;
    }  // B2
    // BLOCK 4
    i_38  =  1;
  }  // B0
  else
  {
    // BLOCK 5
    i_38  =  0;
  }  // B0
  // BLOCK 6 MERGES [5 4 ]
  barrier(CLK_GLOBAL_MEM_FENCE);
  b_39  =  i_38 == 0;
  if(b_39)
  {
    // BLOCK 7
    i_40  =  0;
  }  // B6
  else
  {
    // BLOCK 8
    i_40  =  i_11;
  }  // B6
  // BLOCK 9 MERGES [7 8 ]
  i_41  =  i_38;
  // BLOCK 10 MERGES [9 44 ]
  i_41  =  i_38;
  f_42  =  -3.4E38F;
  i_43  =  -1;
  i_44  =  0;
  for(;i_44 < i_40;)
  {
    // BLOCK 11
    b_45  =  i_41 == 0;
    if(b_45)
    {
      // BLOCK 12
      f_46  =  f_42;
      i_47  =  i_43;
    }  // B11
    else
    {
      // BLOCK 13
      // BLOCK 14 MERGES [13 18 ]
      f_48  =  -3.4E38F;
      i_49  =  -1;
      i_50  =  i_16;
      for(;i_50 < i_9;)
      {
        // BLOCK 15
        i_51  =  i_15 + i_50;
        l_52  =  (long) i_51;
        l_53  =  l_52 << 2;
        ul_54  =  ul_0 + l_53;
        f_55  =  *((__global float *) ul_54);
        i_56  =  i_50 + 256;
        i_57  =  isless(f_48, f_55);
        if(i_57 == 1)
        {
          // BLOCK 16
          f_58  =  f_55;
          i_59  =  i_50;
        }  // B15
        else
        {
          // BLOCK 17
          f_58  =  f_48;
          i_59  =  i_49;
        }  // B15
        // BLOCK 18 MERGES [17 16 ]
        i_60  =  i_56;
        f_48  =  f_58;
        i_49  =  i_59;
        i_50  =  i_60;
      }  // B14
      // BLOCK 19
      f_46  =  f_48;
      i_47  =  i_49;
    }  // B11
    // BLOCK 20 MERGES [12 19 ]
    adf_6[i_16]  =  f_46;
    adi_7[i_16]  =  i_47;
    // BLOCK 21 MERGES [20 32 ]
    i_61  =  128;
    for(;i_61 >= 1;)
    {
      // BLOCK 22
      barrier(CLK_LOCAL_MEM_FENCE);
      i_62  =  i_61 >> 1;
      b_63  =  i_16 < i_61;
      if(b_63)
      {
        // BLOCK 23
        f_64  =  adf_6[i_16];
        i_65  =  i_61 + i_16;
        f_66  =  adf_6[i_65];
        i_67  =  adi_7[i_16];
        i_68  =  adi_7[i_65];
        i_69  =  isless(f_64, f_66);
        if(i_69 == 1)
        {
          // BLOCK 24
          // BLOCK 28 MERGES [24 27 ]
          adf_6[i_16]  =  f_66;
          adi_7[i_16]  =  i_68;
        }  // B23
        else
        {
          // BLOCK 25
          i_70  =  isequal(f_64, f_66);
          if(i_70 == 1)
          {
            // BLOCK 26
            b_71  =  i_68 < i_67;
            if(b_71)
            {
              // BLOCK 27
              // BLOCK 28 MERGES [24 27 ]
              adf_6[i_16]  =  f_66;
              adi_7[i_16]  =  i_68;
            }  // B26
            else
            {
              // BLOCK 29
            }  // B26
          }  // B25
          else
          {
            // BLOCK 30
          }  // B25
        }  // B23
      }  // B22
      else
      {
        // BLOCK 31
      }  // B22
      // BLOCK 32 MERGES [31 28 29 30 ]
      i_72  =  i_62;
      i_61  =  i_72;
    }  // B21
    // BLOCK 33
    barrier(CLK_LOCAL_MEM_FENCE);
    i_73  =  adi_7[0];
    b_74  =  i_16 == 0;
    if(b_74)
    {
      // BLOCK 34
      i_75  =  i_14 * i_11;
      i_76  =  i_75 + i_44;
      l_77  =  (long) i_76;
      l_78  =  l_77 << 2;
      ul_79  =  ul_3 + l_78;
      *((__global int *) ul_79)  =  i_73;
      b_80  =  i_73 < 0;
      if(b_80)
      {
        // BLOCK 35
        f_81  =  0.0F;
      }  // B34
      else
      {
        // BLOCK 36
        f_82  =  adf_6[0];
        f_81  =  f_82;
      }  // B34
      // BLOCK 37 MERGES [35 36 ]
      ul_83  =  ul_4 + l_78;
      *((__global float *) ul_83)  =  f_81;
    }  // B33
    else
    {
      // BLOCK 38
    }  // B33
    // BLOCK 39 MERGES [38 37 ]
    b_84  =  i_73 < 0;
    if(b_84)
    {
      // BLOCK 40
      i_85  =  0;
    }  // B39
    else
    {
      // BLOCK 41
      i_86  =  i_73 % 256;
      b_87  =  i_16 == i_86;
      if(b_87)
      {
        // BLOCK 42
        i_88  =  i_15 + i_73;
        l_89  =  (long) i_88;
        l_90  =  l_89 << 2;
        ul_91  =  ul_0 + l_90;
        *((__global float *) ul_91)  =  -3.4E38F;
        i_85  =  1;
      }  // B41
      else
      {
        // BLOCK 43
        i_85  =  0;
      }  // B41
    }  // B39
    // BLOCK 44 MERGES [40 43 42 ]
    barrier(CLK_LOCAL_MEM_FENCE);
    i_92  =  i_44 + 1;
    i_41  =  i_85;
    f_42  =  f_46;
    i_43  =  i_47;
    i_44  =  i_92;
  }  // B10
  // BLOCK 45
  return;
}  //  kernel
